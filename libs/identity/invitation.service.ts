import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import type { Session as SessionView } from '#contract/identity';
import type { Locale, Role } from '#platform/contract';
import { inTransaction } from '#platform/database';
import { conflict, invalidField, Problem } from '#platform/problem';
import { hashPassword } from './password.js';
import { hashToken, newToken } from './secret-token.js';
import { SessionService } from './session.service.js';

const INVITATION_DAYS = 7;

interface InvitationRow {
  id: string;
  person_id: string | null;
  email: string | null;
  name: string | null;
  roles: Role[] | null;
}

/** Makes a one-time link for a person, or for the first administrator (null); earlier unused ones end. */
export async function createInvitation(
  manager: EntityManager,
  personId: string | null,
): Promise<{ path: string; expiresAt: Date }> {
  const { token, hash } = newToken();
  await manager.query(
    'update invitation set expires_at = now() where used_at is null and person_id is not distinct from $1::bigint',
    [personId],
  );
  const [row]: { expires_at: Date }[] = await manager.query(
    `insert into invitation (token_hash, person_id, expires_at)
     values ($1, $2, now() + $3 * interval '1 day') returning expires_at`,
    [hash, personId, INVITATION_DAYS],
  );
  if (!row) throw new Error('invitation was not stored');
  return { path: `/invitation?token=${token}`, expiresAt: row.expires_at };
}

/** Reading and accepting one-time links. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: SessionService,
  ) {}

  async read(token: string) {
    const invitation = await this.find(this.dataSource.manager, token);
    return {
      email: invitation.email,
      name: invitation.name,
      roles: invitation.roles ?? (['administrator'] as Role[]),
      firstAdministrator: invitation.person_id === null,
    };
  }

  async accept(body: {
    token: string;
    email?: string | undefined;
    name: string;
    password: string;
    locale: Locale;
  }): Promise<{ token: string; session: SessionView }> {
    const passwordHash = await hashPassword(body.password);
    const personId = await inTransaction(this.dataSource, async ({ manager }) => {
      const invitation = await this.find(manager, body.token, true);
      const id = invitation.person_id ?? (await this.createFirstAdministrator(manager, body));
      await manager.query('update person set name = $2, password_hash = $3, locale = $4 where id = $1', [
        id,
        body.name,
        passwordHash,
        body.locale,
      ]);
      await manager.query('update invitation set used_at = now() where id = $1', [invitation.id]);
      await manager.query('delete from session where person_id = $1', [id]);
      await recordDecision(manager, {
        actor: { personId: id, name: body.name },
        action: 'person.invitation_accepted',
        subjectType: 'person',
        subjectId: id,
      });
      return id;
    });
    return this.sessions.open(personId, body.name);
  }

  private async find(manager: EntityManager, token: string, lock = false): Promise<InvitationRow> {
    const [row]: InvitationRow[] = await manager.query(
      `select invitation.id, person_id, email, name, roles
       from invitation left join person on person.id = person_id
       where token_hash = $1 and used_at is null and expires_at > now() and coalesce(person.active, true)
         and (person_id is not null
           or not exists (select from person where 'administrator' = any(roles) and password_hash is not null))
       ${lock ? 'for update of invitation' : ''}`,
      [hashToken(token)],
    );
    if (!row)
      throw new Problem(404, 'invitation-invalid', 'This link has been used, has expired or never existed.');
    return row;
  }

  private async createFirstAdministrator(
    manager: EntityManager,
    body: { email?: string | undefined; name: string; locale: Locale },
  ): Promise<string> {
    if (!body.email) throw invalidField('email', 'required', 'is required for the first administrator');
    const [row]: { id: string }[] = await manager.query(
      `insert into person (email, name, roles, locale) values (lower($1), $2, '{administrator}', $3)
       on conflict (email) do nothing returning id`,
      [body.email, body.name, body.locale],
    );
    if (!row) throw conflict('email-taken', 'Someone with this e-mail exists.');
    return row.id;
  }
}
