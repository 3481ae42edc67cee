import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { GuardianInvitations } from '../invitations/invitations.service.ts';
import { PupilAccess } from '../pupils/pupil-access.ts';
import { PupilGuardianList } from './guardianship.dto.ts';
import { GuardianshipService } from './guardianship.service.ts';

/** A pupil's guardians, as the office sees and decides on them. */
@ApiTags('schools')
@Controller('schools/:schoolId')
export class GuardianshipsController {
  private readonly guardianships: GuardianshipService;
  private readonly invitations: GuardianInvitations;
  private readonly pupils: PupilAccess;

  constructor(guardianships: GuardianshipService, invitations: GuardianInvitations, pupils: PupilAccess) {
    this.guardianships = guardianships;
    this.invitations = invitations;
    this.pupils = pupils;
  }

  @Get('pupils/:pupilId/guardians')
  @Requires('support')
  @ApiOperation({ summary: 'The guardians of a pupil, and who asks to be' })
  @ApiOkResponse({ type: PupilGuardianList })
  async ofPupil(
    @Param('schoolId') schoolId: string,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
  ): Promise<PupilGuardianList> {
    await this.pupils.atSchool(schoolId, pupilId);
    const invitations = await this.invitations.open({ schoolId, pupilId });
    return {
      items: await this.guardianships.ofPupil(schoolId, pupilId),
      invitations: invitations.map(({ inviterId: _, ...invitation }) => invitation),
    };
  }

  @Post('guardianships/:id/approve')
  @Requires('office')
  @HttpCode(204)
  @ApiOperation({ summary: 'Let a person be a guardian' })
  @ApiNoContentResponse()
  approve(
    @Param('schoolId') schoolId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Caller() caller: PersonPrincipal,
  ): Promise<void> {
    return this.guardianships.decideAsOffice(schoolId, id, 'active', caller.personId);
  }

  @Post('guardianships/:id/reject')
  @Requires('office')
  @HttpCode(204)
  @ApiOperation({ summary: 'Turn a request down' })
  @ApiNoContentResponse()
  reject(
    @Param('schoolId') schoolId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Caller() caller: PersonPrincipal,
  ): Promise<void> {
    return this.guardianships.decideAsOffice(schoolId, id, 'rejected', caller.personId);
  }

  @Post('guardianships/:id/end')
  @Requires('office')
  @HttpCode(204)
  @ApiOperation({ summary: 'Let a person no longer be a guardian' })
  @ApiNoContentResponse()
  end(
    @Param('schoolId') schoolId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Caller() caller: PersonPrincipal,
  ): Promise<void> {
    return this.guardianships.decideAsOffice(schoolId, id, 'ended', caller.personId);
  }
}
