import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { parse as parseCookies } from 'cookie';
import { forbidden, Problem } from '#platform/problem';
import type { Access } from '#platform/contract';
import { type Actor, type RequestWithActor, SESSION_READER, type SessionReader } from './actor.js';
import { contractOf } from './endpoint.decorator.js';
import { isForeignOrigin } from './origin.js';

export const SESSION_COOKIE = 'passerelle_session';

/** Denies by default: a handler without a contract, a contract without the right, a request from a foreign page. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(@Inject(SESSION_READER) private readonly sessions: SessionReader) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<RequestWithActor>();
    const contract = contractOf(context);
    if (!contract) throw forbidden('not-allowed', 'This address is not open to anyone.');
    if (isForeignOrigin(request)) {
      throw forbidden('foreign-origin', 'The request comes from a page of another site.');
    }
    if (contract.access === 'public') return true;
    const token = parseCookies(request.headers.cookie ?? '')[SESSION_COOKIE];
    const actor = token ? await this.sessions.read(token) : null;
    if (!actor) throw new Problem(401, 'not-signed-in', 'Sign in first.');
    if (!allows(contract.access, actor)) {
      throw forbidden('not-allowed', 'Your role does not include this.');
    }
    request.actor = actor;
    return true;
  }
}

function allows(access: Access, actor: Actor): boolean {
  if (access === 'public' || access === 'signed-in') return true;
  return access.anyOf.some((permission) => actor.permissions.includes(permission));
}
