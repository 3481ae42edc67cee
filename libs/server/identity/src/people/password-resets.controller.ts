import { Body, Controller, HttpCode, Ip, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../access/access.decorators.ts';
import { CallingApp, type PersonApp } from '../access/apps.ts';
import { NewPassword, PasswordResetRequest } from './people.dto.ts';
import { PasswordResetService } from './password-reset.service.ts';

@ApiTags('sessions')
@Public()
@Controller('password-resets')
export class PasswordResetsController {
  private readonly passwordResets: PasswordResetService;

  constructor(passwordResets: PasswordResetService) {
    this.passwordResets = passwordResets;
  }

  @Post()
  @HttpCode(202)
  @ApiOperation({ summary: 'Ask for a link to choose a new password. The answer is the same for an unknown e-mail' })
  @ApiAcceptedResponse()
  async ask(
    @Body() { email }: PasswordResetRequest,
    @CallingApp() app: PersonApp,
    @Ip() address: string,
  ): Promise<void> {
    await this.passwordResets.ask(email, app, address);
  }

  @Post('confirm')
  @HttpCode(204)
  @ApiOperation({ summary: 'Choose the new password; every session ends' })
  @ApiNoContentResponse()
  async confirm(@Body() { token, password }: NewPassword): Promise<void> {
    await this.passwordResets.confirm(token, password);
  }
}
