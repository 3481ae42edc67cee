import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, Public, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { GuardianEmail, OpenGuardianInvitation } from '../guardianships/guardianship.dto.ts';
import { PupilAccess } from '../pupils/pupil-access.ts';
import { AcceptedInvitation, Family, GuardianInvitationView } from './invitation.dto.ts';
import { GuardianInvitations } from './invitations.service.ts';

/** A child's guardians, as one of them sees and invites the others. */
@ApiTags('guardians')
@Controller()
export class FamilyController {
  private readonly invitations: GuardianInvitations;
  private readonly pupils: PupilAccess;

  constructor(invitations: GuardianInvitations, pupils: PupilAccess) {
    this.invitations = invitations;
    this.pupils = pupils;
  }

  @Get('pupils/:pupilId/guardians')
  @Requires('guardian')
  @ApiOperation({ summary: 'The guardians of my child and who is invited, as far as I may be told' })
  @ApiOkResponse({ type: Family })
  async family(@Caller() caller: PersonPrincipal, @Param('pupilId', ParseUUIDPipe) pupilId: string): Promise<Family> {
    return this.invitations.family(await this.pupils.find(caller, pupilId), caller.personId);
  }

  @Post('pupils/:pupilId/guardian-invitations')
  @Requires('guardian')
  @ApiOperation({ summary: 'Invite somebody by e-mail to be a guardian beside me' })
  @ApiCreatedResponse({ type: OpenGuardianInvitation })
  async invite(
    @Caller() caller: PersonPrincipal,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
    @Body() { email }: GuardianEmail,
  ): Promise<OpenGuardianInvitation> {
    const pupil = await this.pupils.find(caller, pupilId);
    return this.invitations.invite(pupil, email, { role: 'guardian', personId: caller.personId });
  }

  @Delete('pupils/:pupilId/guardian-invitations/:id')
  @Requires('guardian')
  @HttpCode(204)
  @ApiOperation({ summary: 'Withdraw an invitation of mine' })
  @ApiNoContentResponse()
  async withdraw(
    @Caller() caller: PersonPrincipal,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<void> {
    const pupil = await this.pupils.find(caller, pupilId);
    await this.invitations.withdraw(pupil, id, { role: 'guardian', personId: caller.personId });
  }

  @Get('guardian-links/:token')
  @Public()
  @ApiOperation({ summary: 'What the link in the mail invites to' })
  @ApiOkResponse({ type: GuardianInvitationView })
  show(@Param('token') token: string): Promise<GuardianInvitationView> {
    return this.invitations.show(token);
  }

  @Post('guardian-links/:token/accept')
  @Requires('guardian')
  @HttpCode(200)
  @ApiOperation({ summary: 'Accept, with the profile that has the invited e-mail' })
  @ApiOkResponse({ type: AcceptedInvitation })
  accept(@Caller() caller: PersonPrincipal, @Param('token') token: string): Promise<AcceptedInvitation> {
    return this.invitations.accept(token, caller.personId);
  }
}
