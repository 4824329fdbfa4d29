import type { EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import { hashToken, newToken } from '#identity';
import type { InputOf, ResponseOf } from '#platform/contract';
import type { Actor } from '#platform/http';
import { conflict, notFound, Problem } from '#platform/problem';
import type { createDisplay, Display } from './contract.js';
import { topicName } from './scope.js';

interface DisplayRow extends Omit<
  Display,
  'createdBy' | 'createdAt' | 'expiresAt' | 'lastUsedAt' | 'revokedAt'
> {
  personId: string;
  person: string;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

const DISPLAYS = `
  select d.id, d.name, d.realm, d.topic_id as "topicId", d.locale, d.created_by as "personId", p.name as person,
    d.created_at as "createdAt", d.expires_at as "expiresAt", d.last_used_at as "lastUsedAt", d.revoked_at as "revokedAt"
  from display_token d join person p on p.id = d.created_by`;

function view({ personId, person, ...row }: DisplayRow): Display {
  return {
    ...row,
    createdBy: { id: personId, name: person },
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}

export async function readDisplays(manager: EntityManager): Promise<Display[]> {
  const rows: DisplayRow[] = await manager.query(`${DISPLAYS} order by d.id desc limit 500`);
  return rows.map(view);
}

async function readDisplay(manager: EntityManager, id: string): Promise<Display> {
  const [row]: DisplayRow[] = await manager.query(`${DISPLAYS} where d.id = $1`, [id]);
  if (!row) throw notFound('display-not-found', 'There is no such display.');
  return view(row);
}

/** Makes a display; the secret is in the answer and nowhere else: the database keeps its hash. */
export async function makeDisplay(
  manager: EntityManager,
  actor: Actor,
  { name, realm, topicId, locale, days }: InputOf<typeof createDisplay>['body'],
): Promise<ResponseOf<typeof createDisplay>> {
  if (topicId !== null) await topicName(manager, topicId);
  const { token, hash } = newToken();
  const [made]: { id: string }[] = await manager.query(
    `insert into display_token (name, token_hash, realm, topic_id, locale, created_by, expires_at)
     values ($1, $2, $3, $4, $5, $6, now() + $7 * interval '1 day') returning id`,
    [name, hash, realm, topicId, locale, actor.personId, days],
  );
  const display = await readDisplay(manager, made?.id ?? '0');
  await recordDecision(manager, {
    actor,
    action: 'display.created',
    subjectType: 'display',
    subjectId: display.id,
    after: { name, realm, topicId, expiresAt: display.expiresAt },
  });
  return { display, path: `/wall#${token}` };
}

export async function shutDisplay(manager: EntityManager, actor: Actor, id: string): Promise<Display> {
  const [shut]: [unknown[], number] = await manager.query(
    `update display_token set revoked_at = now() where id = $1 and revoked_at is null returning id`,
    [id],
  );
  const display = await readDisplay(manager, id);
  if (shut.length === 0) throw conflict('display-already-shut', 'The display is shut already.');
  await recordDecision(manager, {
    actor,
    action: 'display.revoked',
    subjectType: 'display',
    subjectId: id,
    before: { name: display.name },
  });
  return display;
}

export interface OpenDisplay {
  id: string;
  name: string;
  realm: 'live' | 'training';
  topicId: string | null;
  locale: 'fr' | 'en';
}

/**
 * The display that a secret opens; asked at every call, so that a display is shut as soon as it is revoked or expired.
 * Unknown, revoked and expired secrets are told alike. Notes the use, once a minute.
 */
export async function openDisplay(manager: EntityManager, token: string): Promise<OpenDisplay> {
  const [display]: (OpenDisplay & { stale: boolean })[] = await manager.query(
    `select id, name, realm, topic_id as "topicId", locale,
       coalesce(last_used_at < now() - interval '1 minute', true) as stale
     from display_token where token_hash = $1 and revoked_at is null and expires_at > now()`,
    [hashToken(token)],
  );
  if (!display) throw new Problem(401, 'display-not-known', 'This display is not open, or no more.');
  const { stale, ...opened } = display;
  if (stale) await manager.query('update display_token set last_used_at = now() where id = $1', [display.id]);
  return opened;
}
