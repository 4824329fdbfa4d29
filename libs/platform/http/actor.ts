import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Permission, Role } from '#platform/contract';
import type { Request } from 'express';

/** The person on whose behalf a request is handled. */
export interface Actor {
  personId: string;
  name: string;
  roles: readonly Role[];
  permissions: readonly Permission[];
  departmentIds: readonly string[];
  sessionId: string;
}

/** Finds who a session token stands for; null when it is unknown, ended or its person inactive. */
export interface SessionReader {
  read(token: string): Promise<Actor | null>;
}
export const SESSION_READER = Symbol('SessionReader');

export type RequestWithActor = Request & { actor?: Actor };

/** The signed-in person; only on endpoints that are not public. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<RequestWithActor>();
  if (!actor) throw new Error('this endpoint is public: it has no actor');
  return actor;
});
