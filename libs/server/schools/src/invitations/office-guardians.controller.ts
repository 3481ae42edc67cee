import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { RateLimiter } from '@kantinekortet/platform';
import { GuardianDiscretion } from '../guardianships/guardian-discretion.service.ts';
import { Discretion, GuardianEmail, OpenGuardianInvitation } from '../guardianships/guardianship.dto.ts';
import { GuardianshipService } from '../guardianships/guardianship.service.ts';
import { PupilAccess } from '../pupils/pupil-access.ts';
import { GuardianInvitations } from './invitations.service.ts';

/** So few that nobody learns by it who has a profile. */
const linkAllowance = { points: 30, perSeconds: 60 * 60 };

/** Who is let in as a guardian by the office, and what guardians may know of each other. */
@ApiTags('schools')
@Controller('schools/:schoolId')
@Requires('office')
export class OfficeGuardiansController {
  private readonly guardianships: GuardianshipService;
  private readonly discretion: GuardianDiscretion;
  private readonly invitations: GuardianInvitations;
  private readonly pupils: PupilAccess;
  private readonly limiter: RateLimiter;

  constructor(
    guardianships: GuardianshipService,
    discretion: GuardianDiscretion,
    invitations: GuardianInvitations,
    pupils: PupilAccess,
    limiter: RateLimiter,
  ) {
    this.guardianships = guardianships;
    this.discretion = discretion;
    this.invitations = invitations;
    this.pupils = pupils;
    this.limiter = limiter;
  }

  @Post('pupils/:pupilId/guardians')
  @HttpCode(204)
  @ApiOperation({ summary: 'Make the profile of an e-mail a guardian at once' })
  @ApiNoContentResponse()
  async link(
    @Param('schoolId') schoolId: string,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
    @Body() { email }: GuardianEmail,
    @Caller() { personId }: PersonPrincipal,
  ): Promise<void> {
    await this.limiter.consume(`guardian-link:${personId}`, linkAllowance);
    await this.guardianships.link(schoolId, pupilId, email, personId);
  }

  @Post('pupils/:pupilId/guardian-invitations')
  @ApiOperation({ summary: 'Invite somebody by e-mail to be a guardian' })
  @ApiCreatedResponse({ type: OpenGuardianInvitation })
  async invite(
    @Param('schoolId') schoolId: string,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
    @Body() { email }: GuardianEmail,
    @Caller() { personId }: PersonPrincipal,
  ): Promise<OpenGuardianInvitation> {
    return this.invitations.invite({ schoolId, pupilId }, email, { role: 'office', personId });
  }

  @Delete('pupils/:pupilId/guardian-invitations/:id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Withdraw an invitation, whoever sent it' })
  @ApiNoContentResponse()
  async withdraw(
    @Param('schoolId') schoolId: string,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Caller() { personId }: PersonPrincipal,
  ): Promise<void> {
    await this.pupils.atSchool(schoolId, pupilId);
    await this.invitations.withdraw({ schoolId, pupilId }, id, { role: 'office', personId });
  }

  @Put('guardianships/:id/discretion')
  @HttpCode(204)
  @ApiOperation({ summary: 'Say whether a guardian and the others may be told of each other' })
  @ApiNoContentResponse()
  setDiscretion(
    @Param('schoolId') schoolId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { isDiscreet }: Discretion,
    @Caller() { personId }: PersonPrincipal,
  ): Promise<void> {
    return this.discretion.set(schoolId, id, isDiscreet, personId);
  }
}
