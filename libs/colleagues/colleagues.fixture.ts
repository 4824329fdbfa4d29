import type { DataSource } from 'typeorm';
import { permissionsOf, type Role } from '#platform/contract';
import { createDataSource, inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { ENTITIES } from '#schema';
import { OutboxWorld } from '../replies/outbox.fixture.js';
import { AnsweringService } from './answering.service.js';
import { FieldsService } from './fields.service.js';
import { InvitingService } from './inviting.service.js';
import { changePolicy, currentPolicy } from './policy.js';

export let dataSource: DataSource;
export let world: OutboxWorld;
export let inviting: InvitingService;
export let answering: AnsweringService;
export let fields: FieldsService;
/** Who invites, and two colleagues. */
export let manager: Actor;
export let nadia: Actor;
export let yann: Actor;
let database: TestDatabase;
let variant: string;
let sent = 0;

/** Begins a spec of this folder: a database of its own, one approved answer, and a network that takes every reply. */
export async function startColleagues(): Promise<void> {
  database = await testDatabase();
  dataSource = await createDataSource({ url: database.url, entities: ENTITIES }).initialize();
  world = await OutboxWorld.make(dataSource, database.url);
  world.publishers.set('mastodon', {
    idempotent: true,
    posts: true,
    publish: () => Promise.resolve({ externalId: `p${(sent += 1)}`, url: null }),
    find: () => Promise.resolve('none' as const),
  });
  const publishers = (network: string, sourceId: string | null) =>
    sourceId === null ? null : (world.publishers.get(network) ?? null);
  inviting = new InvitingService(dataSource, publishers, world.held);
  answering = new AnsweringService(dataSource, null as never, world.outbox);
  fields = new FieldsService(dataSource);
  manager = await person('Mona', 'community_manager');
  nadia = await person('Nadia', 'colleague');
  yann = await person('Yann', 'colleague');
  variant = (await world.approved()).variantId;
}

export async function stopColleagues(): Promise<void> {
  await world?.jobs.stop();
  await dataSource?.destroy();
  await database?.drop();
}

async function person(name: string, role: Role): Promise<Actor> {
  const [row]: { id: string }[] = await dataSource.query(
    `insert into person (email, name, roles, locale, password_hash)
     values (lower($1) || '@lumen.example', $1, array[$2], 'fr', 'x') returning id`,
    [name, role],
  );
  if (!row) throw new Error('nobody was inserted');
  const permissions = permissionsOf([role]);
  return { personId: row.id, name, roles: [role], permissions, departmentIds: [], sessionId: '1' };
}

export async function policy(rules: {
  levelMax: number;
  departmentIds: string[];
  confirm: boolean;
}): Promise<void> {
  await inTransaction(dataSource, async ({ manager: rows }) => {
    const { version, ...now } = await currentPolicy(rows);
    if (JSON.stringify(now) === JSON.stringify(rules)) return;
    await changePolicy(rows, manager, { ...rules, version, reason: 'essai' });
  });
}

export async function mention(change: { level?: number; state?: string } = {}): Promise<string> {
  const id = await world.mention({ level: 0, ...change });
  await dataSource.query('update mention set assessed_at = now() where id = $1', [id]);
  return id;
}

export const whom = (change: { personId?: string; fieldId?: string } = {}) => ({
  personId: null,
  fieldId: null,
  note: '',
  ...change,
});
export const invite = async (mentionId: string, to: { personId?: string; fieldId?: string }) =>
  (await inviting.invite(mentionId, whom(to), manager)).id;
export const choice = () => ({ answerVariantId: variant, placeholders: {} });
export const state = async (id: string): Promise<string> =>
  (await dataSource.query('select state from answer_invitation where id = $1', [id]))[0].state;
export const actions = async (id: string): Promise<string[]> =>
  (
    await dataSource.query(
      `select action from audit_entry where subject_type = 'answer_invitation' and subject_id = $1 order by position`,
      [id],
    )
  ).map(({ action }: { action: string }) => action);
export const told = async (link: string): Promise<{ kind: string; people: string[] }[]> =>
  dataSource.query('select kind, person_ids::text[] as people from notice where link = $1 order by id', [
    link,
  ]);
export const replyOf = async (
  id: string,
): Promise<{ id: string; state: string; second_asked: string | null }> =>
  (
    await dataSource.query(
      'select id, state, second_asked from reply where invitation_id = $1 order by id desc limit 1',
      [id],
    )
  )[0];
