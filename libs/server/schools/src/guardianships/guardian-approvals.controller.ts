import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { GuardianApprovalList } from './guardianship.dto.ts';
import { GuardianshipService } from './guardianship.service.ts';

/** What a pupil's first guardian decides about the others. */
@ApiTags('schools')
@Controller()
@Requires('guardian')
export class GuardianApprovalsController {
  private readonly guardianships: GuardianshipService;

  constructor(guardianships: GuardianshipService) {
    this.guardianships = guardianships;
  }

  @Get('guardians/me/approvals')
  @ApiOperation({ summary: 'Who asks to be a guardian beside me' })
  @ApiOkResponse({ type: GuardianApprovalList })
  async approvals(@Caller() caller: PersonPrincipal): Promise<GuardianApprovalList> {
    return { items: await this.guardianships.approvalsOf(caller.personId) };
  }

  @Post('guardianships/:id/approve')
  @HttpCode(204)
  @ApiOperation({ summary: 'Let a person be a guardian beside me' })
  @ApiNoContentResponse()
  approve(@Param('id', ParseUUIDPipe) id: string, @Caller() caller: PersonPrincipal): Promise<void> {
    return this.guardianships.decideAsGuardian(id, 'active', caller.personId);
  }

  @Post('guardianships/:id/reject')
  @HttpCode(204)
  @ApiOperation({ summary: 'Turn a request down' })
  @ApiNoContentResponse()
  reject(@Param('id', ParseUUIDPipe) id: string, @Caller() caller: PersonPrincipal): Promise<void> {
    return this.guardianships.decideAsGuardian(id, 'rejected', caller.personId);
  }
}
