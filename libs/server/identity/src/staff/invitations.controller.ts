import { Body, Controller, Get, HttpCode, Ip, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../access/access.decorators.ts';
import { InvitationsService } from './invitations.service.ts';
import { InvitationAcceptance, OpenInvitation } from './staff.dto.ts';

@ApiTags('staff')
@Public()
@Controller('staff-invitations/:token')
export class InvitationsController {
  private readonly invitations: InvitationsService;

  constructor(invitations: InvitationsService) {
    this.invitations = invitations;
  }

  @Get()
  @ApiOperation({ summary: 'What the link in the mail invites to' })
  @ApiOkResponse({ type: OpenInvitation })
  show(@Param('token') token: string): Promise<OpenInvitation> {
    return this.invitations.show(token);
  }

  @Post('accept')
  @HttpCode(204)
  @ApiOperation({ summary: 'Accept, with the password of the profile or with a name and password for a new one' })
  @ApiNoContentResponse()
  async accept(
    @Param('token') token: string,
    @Body() acceptance: InvitationAcceptance,
    @Ip() address: string,
  ): Promise<void> {
    await this.invitations.accept(token, acceptance, address);
  }
}
