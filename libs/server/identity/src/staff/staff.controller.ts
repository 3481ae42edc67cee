import { Body, Controller, Delete, Get, HttpCode, Param, ParseEnumPipe, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, Requires } from '../access/access.decorators.ts';
import { staffRoles, type PersonPrincipal, type StaffRoleName } from '../access/principal.ts';
import { People } from '../people/people.ts';
import { InvitationsService } from './invitations.service.ts';
import { InvitationRequest, InvitationView, StaffList } from './staff.dto.ts';
import { StaffService } from './staff.service.ts';

@ApiTags('staff')
@Requires('office')
@Controller('schools/:schoolId/staff')
export class StaffController {
  private readonly staff: StaffService;
  private readonly invitations: InvitationsService;
  private readonly people: People;

  constructor(staff: StaffService, invitations: InvitationsService, people: People) {
    this.staff = staff;
    this.invitations = invitations;
    this.people = people;
  }

  @Get()
  @ApiOperation({ summary: 'Who works at the school, and who is invited' })
  @ApiOkResponse({ type: StaffList })
  async list(@Param('schoolId', ParseUUIDPipe) schoolId: string): Promise<StaffList> {
    return { items: await this.staff.list(schoolId), invitations: await this.invitations.list(schoolId) };
  }

  @Post('invitations')
  @ApiOperation({ summary: 'Invite someone by mail, in the language of the one who invites' })
  @ApiCreatedResponse({ type: InvitationView })
  async invite(
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Caller() caller: PersonPrincipal,
    @Body() { email, role }: InvitationRequest,
  ): Promise<InvitationView> {
    const { language } = await this.people.get(caller.personId);
    const { invitation } = await this.invitations.invite(schoolId, { email, role, language });
    return invitation;
  }

  @Delete('invitations/:invitationId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take an invitation back' })
  @ApiNoContentResponse()
  async withdraw(
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('invitationId', ParseUUIDPipe) invitationId: string,
  ): Promise<void> {
    await this.invitations.withdraw(schoolId, invitationId);
  }

  @Delete(':personId/:role')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take a role away; the last one of the office stays' })
  @ApiNoContentResponse()
  async remove(
    @Param('schoolId', ParseUUIDPipe) schoolId: string,
    @Param('personId', ParseUUIDPipe) personId: string,
    @Param('role', new ParseEnumPipe(staffRoles)) role: StaffRoleName,
  ): Promise<void> {
    await this.staff.remove(schoolId, { personId, role });
  }
}
