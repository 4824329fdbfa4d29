import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordDecision } from '#audit';
import type { Session as SessionView } from '#contract/identity';
import { type Locale, permissionsOf, type Role } from '#platform/contract';
import { inTransaction } from '#platform/database';
import type { Actor, SessionReader } from '#platform/http';
import { Problem } from '#platform/problem';
import { hashPassword, passwordFits } from './password.js';
import { readPeople } from './person-view.js';
import { hashToken, newToken } from './secret-token.js';
import { clearFailures, countFailure, refuseIfThrottled } from './sign-in-throttle.js';

/** A session ends after this long without use, and at most that long after sign-in. */
const IDLE_HOURS = 12;
export const SESSION_DAYS = 14;

interface PersonForSignIn {
  id: string;
  name: string;
  password_hash: string | null;
  active: boolean;
}

interface ActorRow {
  session_id: string;
  person_id: string;
  name: string;
  roles: Role[];
  department_ids: string[];
  seen_long_ago: boolean;
}

/** Signing in and out, and finding who a session stands for. */
@Injectable()
export class SessionService implements SessionReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Checks the password and opens a session; `token` goes into the cookie and is kept nowhere. */
  async signIn(
    email: string,
    password: string,
    address: string,
  ): Promise<{ token: string; session: SessionView }> {
    const keys = [`account:${email.toLowerCase()}`, `address:${address}`];
    await refuseIfThrottled(this.dataSource, keys);
    const [person]: PersonForSignIn[] = await this.dataSource.query(
      `select id, name, password_hash, active from person where email = lower($1)`,
      [email],
    );
    const fits = await passwordFits(person?.password_hash ?? null, password);
    if (!person || !fits || !person.active) {
      await countFailure(this.dataSource, keys);
      throw new Problem(401, 'wrong-credentials', 'E-mail or password is wrong.');
    }
    await clearFailures(this.dataSource, keys);
    return this.open(person.id, person.name);
  }

  /** Opens a session for a person whose identity is already proved. */
  async open(personId: string, name: string): Promise<{ token: string; session: SessionView }> {
    const { token, hash } = newToken();
    await inTransaction(this.dataSource, async ({ manager }) => {
      await manager.query(
        `insert into session (token_hash, person_id, expires_at)
         values ($1, $2, now() + $3 * interval '1 day')`,
        [hash, personId, SESSION_DAYS],
      );
      await recordDecision(manager, {
        actor: { personId, name },
        action: 'person.signed_in',
        subjectType: 'person',
        subjectId: personId,
      });
    });
    return { token, session: await this.view(personId) };
  }

  async read(token: string): Promise<Actor | null> {
    const [row]: ActorRow[] = await this.dataSource.query(
      `select session.id as session_id, person.id as person_id, person.name, person.roles,
         array(select department_id::text from person_department where person_id = person.id order by 1)
           as department_ids,
         session.last_seen_at < now() - interval '1 minute' as seen_long_ago
       from session join person on person.id = session.person_id
       where token_hash = $1 and person.active and expires_at > now()
         and last_seen_at > now() - $2 * interval '1 hour'`,
      [hashToken(token), IDLE_HOURS],
    );
    if (!row) return null;
    if (row.seen_long_ago) {
      await this.dataSource.query('update session set last_seen_at = now() where id = $1', [row.session_id]);
    }
    return {
      sessionId: row.session_id,
      personId: row.person_id,
      name: row.name,
      roles: row.roles,
      permissions: permissionsOf(row.roles),
      departmentIds: row.department_ids,
    };
  }

  async signOut(actor: Actor): Promise<void> {
    await inTransaction(this.dataSource, async ({ manager }) => {
      await manager.query('delete from session where id = $1', [actor.sessionId]);
      await recordDecision(manager, {
        actor,
        action: 'person.signed_out',
        subjectType: 'person',
        subjectId: actor.personId,
      });
    });
  }

  async view(personId: string): Promise<SessionView> {
    const [person] = await readPeople(this.dataSource.manager, [personId]);
    const [preferences]: { locale: Locale; appearance: SessionView['preferences']['appearance'] }[] =
      await this.dataSource.query('select locale, appearance from person where id = $1', [personId]);
    if (!person || !preferences) throw new Problem(401, 'not-signed-in', 'Sign in first.');
    return { person, permissions: permissionsOf(person.roles), preferences };
  }

  async changePreferences(
    actor: Actor,
    change: { locale?: string | undefined; appearance?: string | undefined },
  ): Promise<SessionView> {
    await this.dataSource.query(
      'update person set locale = coalesce($2, locale), appearance = coalesce($3, appearance) where id = $1',
      [actor.personId, change.locale ?? null, change.appearance ?? null],
    );
    return this.view(actor.personId);
  }

  /** Ends every other session of the person. */
  async changePassword(actor: Actor, current: string, next: string): Promise<void> {
    const [person]: { password_hash: string | null }[] = await this.dataSource.query(
      'select password_hash from person where id = $1',
      [actor.personId],
    );
    if (!(await passwordFits(person?.password_hash ?? null, current))) {
      throw new Problem(403, 'wrong-credentials', 'The present password is wrong.', {}, [
        { field: 'current', code: 'wrong-credentials', detail: 'is wrong' },
      ]);
    }
    const passwordHash = await hashPassword(next);
    await inTransaction(this.dataSource, async ({ manager }) => {
      await manager.query('update person set password_hash = $2 where id = $1', [
        actor.personId,
        passwordHash,
      ]);
      await manager.query('delete from session where person_id = $1 and id <> $2', [
        actor.personId,
        actor.sessionId,
      ]);
      await recordDecision(manager, {
        actor,
        action: 'person.password_changed',
        subjectType: 'person',
        subjectId: actor.personId,
      });
    });
  }
}
