import { Controller, Inject, Req, Res } from '@nestjs/common';
import { serialize } from 'cookie';
import type { Request, Response } from 'express';
import {
  acceptInvitation,
  changePassword,
  changePreferences,
  readInvitation,
  readSession,
  readWorkspace,
  signIn,
  signOut,
} from '#contract/identity';
import { CONFIG, type Config } from '#platform/config';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input, SESSION_COOKIE } from '#platform/http';
import { InvitationService } from './invitation.service.js';
import { SESSION_DAYS, SessionService } from './session.service.js';
import { WorkspaceService } from './workspace.service.js';

@Controller()
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly invitations: InvitationService,
    private readonly workspace: WorkspaceService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Endpoint(readWorkspace)
  readWorkspace(): Promise<ResponseOf<typeof readWorkspace>> {
    return this.workspace.read();
  }

  @Endpoint(signIn)
  async signIn(
    @Input() { body }: InputOf<typeof signIn>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ResponseOf<typeof signIn>> {
    const { token, session } = await this.sessions.signIn(body.email, body.password, request.ip ?? 'unknown');
    this.setCookie(response, token);
    return session;
  }

  @Endpoint(readSession)
  readSession(@CurrentActor() actor: Actor): Promise<ResponseOf<typeof readSession>> {
    return this.sessions.view(actor.personId);
  }

  @Endpoint(signOut)
  async signOut(@CurrentActor() actor: Actor, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.sessions.signOut(actor);
    response.setHeader('set-cookie', serialize(SESSION_COOKIE, '', { ...this.cookieOptions(), maxAge: 0 }));
  }

  @Endpoint(changePreferences)
  changePreferences(
    @Input() { body }: InputOf<typeof changePreferences>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof changePreferences>> {
    return this.sessions.changePreferences(actor, body);
  }

  @Endpoint(changePassword)
  changePassword(
    @Input() { body }: InputOf<typeof changePassword>,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.sessions.changePassword(actor, body.current, body.next);
  }

  @Endpoint(readInvitation)
  readInvitation(
    @Input() { body }: InputOf<typeof readInvitation>,
  ): Promise<ResponseOf<typeof readInvitation>> {
    return this.invitations.read(body.token);
  }

  @Endpoint(acceptInvitation)
  async acceptInvitation(
    @Input() { body }: InputOf<typeof acceptInvitation>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ResponseOf<typeof acceptInvitation>> {
    const { token, session } = await this.invitations.accept(body);
    this.setCookie(response, token);
    return session;
  }

  private setCookie(response: Response, token: string): void {
    response.setHeader(
      'set-cookie',
      serialize(SESSION_COOKIE, token, { ...this.cookieOptions(), maxAge: SESSION_DAYS * 86_400 }),
    );
  }

  private cookieOptions() {
    return { httpOnly: true, sameSite: 'lax', path: '/', secure: this.config.secureCookie } as const;
  }
}
