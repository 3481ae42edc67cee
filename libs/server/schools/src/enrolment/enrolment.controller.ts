import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { LeaveRequest, PupilStanding } from './enrolment.dto.ts';
import { EnrolmentService } from './enrolment.service.ts';

/** One pupil's attendance, as the office changes it. */
@ApiTags('schools')
@Controller('schools/:schoolId/pupils/:pupilId')
@Requires('office')
export class EnrolmentController {
  private readonly enrolment: EnrolmentService;

  constructor(enrolment: EnrolmentService) {
    this.enrolment = enrolment;
  }

  @Post('leave')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Let a pupil leave: now, when sales stop at once, or after a last day; the card ends the night after',
  })
  @ApiOkResponse({ type: PupilStanding })
  leave(
    @Param('schoolId') schoolId: string,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
    @Body() { reason, lastDay }: LeaveRequest,
    @Caller() { personId }: PersonPrincipal,
  ): Promise<PupilStanding> {
    const step = { schoolId, pupilId, reason, officePersonId: personId };
    return lastDay === undefined ? this.enrolment.leave(step) : this.enrolment.leaveAfter(step, lastDay);
  }

  @Post('enrol-again')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take a pupil back who has left, or was to leave' })
  @ApiOkResponse({ type: PupilStanding })
  enrolAgain(
    @Param('schoolId') schoolId: string,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
    @Caller() { personId }: PersonPrincipal,
  ): Promise<PupilStanding> {
    return this.enrolment.enrolAgain({ schoolId, pupilId, officePersonId: personId });
  }
}
