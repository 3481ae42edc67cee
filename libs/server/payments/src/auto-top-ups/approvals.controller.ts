import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { ApprovalsService } from './approvals.service.ts';

export class ApprovalResponse {
  @ApiProperty({ type: String, nullable: true, description: "The bank's page; null when the payment has its answer" })
  approvalUrl!: string | null;
}

/** Finishing an automatic top-up that the bank wants the guardian for. */
@ApiTags('payments')
@Controller('top-ups')
@Requires('guardian')
export class ApprovalsController {
  private readonly approvals: ApprovalsService;

  constructor(approvals: ApprovalsService) {
    this.approvals = approvals;
  }

  @Post(':id/approval')
  @HttpCode(200)
  @ApiOperation({ summary: 'Where the guardian approves an automatic top-up at the bank' })
  @ApiOkResponse({ type: ApprovalResponse })
  async open(@Caller() caller: PersonPrincipal, @Param('id', ParseUUIDPipe) id: string): Promise<ApprovalResponse> {
    return { approvalUrl: await this.approvals.open(caller, id) };
  }
}
