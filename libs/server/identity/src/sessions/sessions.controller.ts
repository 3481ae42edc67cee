import { Controller, Delete, Get, HttpCode, Post, Body, Req, Res, UseGuards } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Caller, Public, Requires } from '../access/access.decorators.ts';
import { CallingApp, type PersonApp } from '../access/apps.ts';
import type { PersonPrincipal } from '../access/principal.ts';
import { PasswordGuard, SigningInPersonId } from './password.guard.ts';
import { expiredCookie, tokenOf } from './session-cookie.ts';
import { SessionView, SignInRequest } from './sessions.dto.ts';
import { SignInService } from './sign-in.service.ts';

@ApiTags('sessions')
@Controller('sessions')
export class SessionsController {
  private readonly signIns: SignInService;

  constructor(signIns: SignInService) {
    this.signIns = signIns;
  }

  @Post()
  @Public()
  @UseGuards(PasswordGuard)
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign in to the app that the header names; its cookie comes with the answer' })
  @ApiOkResponse({ type: SessionView })
  async signIn(
    @Body() _: SignInRequest,
    @SigningInPersonId() personId: string,
    @CallingApp() app: PersonApp,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const { view, cookie } = await this.signIns.signIn(personId, app, tokenOf(request, app));
    void reply.header('Set-Cookie', cookie);
    return view;
  }

  @Get('current')
  @Requires('person')
  @ApiOperation({ summary: 'Who is signed in here' })
  @ApiOkResponse({ type: SessionView })
  current(@Caller() { personId, app }: PersonPrincipal): Promise<SessionView> {
    return this.signIns.show(personId, app);
  }

  @Delete('current')
  @Requires('person')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out here' })
  @ApiNoContentResponse()
  async signOut(@Caller() caller: PersonPrincipal, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signIns.signOut(caller);
    void reply.header('Set-Cookie', expiredCookie(caller.app));
  }

  @Delete()
  @Requires('person')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out everywhere, in every app and on every device' })
  @ApiNoContentResponse()
  async signOutEverywhere(
    @Caller() caller: PersonPrincipal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signIns.signOutEverywhere(caller);
    void reply.header('Set-Cookie', expiredCookie(caller.app));
  }
}
