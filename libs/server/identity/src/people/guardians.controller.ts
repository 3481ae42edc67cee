import { Body, Controller, Get, HttpCode, Ip, Patch, Post, Put } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, Public, Requires } from '../access/access.decorators.ts';
import type { PersonPrincipal } from '../access/principal.ts';
import { EmailChangeService } from './email-change.service.ts';
import {
  EmailChangeAnswer,
  EmailChangeRequest,
  LinkToken,
  PasswordChangeRequest,
  ProfileChange,
  ProfileView,
  SignUpAnswer,
  SignUpRequest,
  VerifiedEmail,
} from './people.dto.ts';
import { PasswordChangeService } from './password-change.service.ts';
import { ProfileService } from './profile.service.ts';
import { SignUpService } from './sign-up.service.ts';

@ApiTags('guardians')
@Controller('guardians')
export class GuardiansController {
  private readonly signUps: SignUpService;
  private readonly profiles: ProfileService;
  private readonly emailChanges: EmailChangeService;
  private readonly passwordChanges: PasswordChangeService;

  constructor(
    signUps: SignUpService,
    profiles: ProfileService,
    emailChanges: EmailChangeService,
    passwordChanges: PasswordChangeService,
  ) {
    this.signUps = signUps;
    this.profiles = profiles;
    this.emailChanges = emailChanges;
    this.passwordChanges = passwordChanges;
  }

  @Post()
  @Public()
  @HttpCode(202)
  @ApiOperation({
    summary: 'Sign up. The answer is the same for an e-mail that has a profile: that one gets another mail',
  })
  @ApiAcceptedResponse({ type: SignUpAnswer })
  async signUp(@Body() request: SignUpRequest, @Ip() address: string): Promise<SignUpAnswer> {
    await this.signUps.signUp(request, address);
    return { status: 'verification_sent' };
  }

  @Post('verify')
  @Public()
  @HttpCode(200)
  @ApiOperation({ summary: 'Verify the e-mail by the link in the mail; then one can sign in' })
  @ApiOkResponse({ type: VerifiedEmail })
  verify(@Body() { token }: LinkToken): Promise<VerifiedEmail> {
    return this.signUps.verify(token);
  }

  @Get('me')
  @Requires('person')
  @ApiOperation({ summary: "One's own profile" })
  @ApiOkResponse({ type: ProfileView })
  me(@Caller() caller: PersonPrincipal): Promise<ProfileView> {
    return this.profiles.show(caller.personId);
  }

  @Patch('me')
  @Requires('person')
  @ApiOperation({ summary: 'Change name or language' })
  @ApiOkResponse({ type: ProfileView })
  change(@Caller() caller: PersonPrincipal, @Body() change: ProfileChange): Promise<ProfileView> {
    return this.profiles.change(caller.personId, change);
  }

  @Put('me/password')
  @Requires('person')
  @HttpCode(204)
  @ApiOperation({ summary: 'Change the password; every other session ends' })
  @ApiNoContentResponse()
  async changePassword(
    @Caller() caller: PersonPrincipal,
    @Body() { currentPassword, password }: PasswordChangeRequest,
    @Ip() address: string,
  ): Promise<void> {
    await this.passwordChanges.change(caller, currentPassword, password, address);
  }

  @Post('me/email-change')
  @Requires('person')
  @HttpCode(202)
  @ApiOperation({ summary: 'Ask for another e-mail; both addresses get a link' })
  @ApiAcceptedResponse()
  async askEmailChange(
    @Caller() caller: PersonPrincipal,
    @Body() { newEmail, password }: EmailChangeRequest,
    @Ip() address: string,
  ): Promise<void> {
    await this.emailChanges.ask(caller, newEmail, password, address);
  }

  @Post('email-change/confirm')
  @Public()
  @HttpCode(200)
  @ApiOperation({ summary: 'Confirm from one of the two addresses; the second one makes the change' })
  @ApiOkResponse({ type: EmailChangeAnswer })
  async confirmEmailChange(@Body() { token }: LinkToken): Promise<EmailChangeAnswer> {
    return { status: await this.emailChanges.confirm(token) };
  }
}
