import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { drainQueue } from './drain-queue.js';
import { storePage } from './intake.js';
import { MentionsService } from './mentions.service.js';
import { sweepPresence } from './presence.js';
import { incoming, specWorkspace, type SpecWorkspace } from './workspace.fixture.js';

let workspace: SpecWorkspace;
let mentions: MentionsService;
let camille: Actor;
let dominique: Actor;

beforeAll(async () => {
  workspace = await specWorkspace();
  mentions = new MentionsService(workspace.dataSource);
  camille = await workspace.person('Camille', 'community_manager');
  dominique = await workspace.person('Dominique', 'community_manager');
});
afterAll(() => workspace?.close());

let next = 0;
let mentionId: string;
const arrive = async (given = {}): Promise<string> => {
  next += 1;
  const [outcome] = await storePage(workspace.dataSource, [incoming(next, given)]);
  await drainQueue(workspace.dataSource);
  if (outcome?.outcome !== 'stored') throw new Error(JSON.stringify(outcome));
  return outcome.mentionId;
};
beforeEach(async () => {
  mentionId = await arrive();
});
const events = async (type: string, id = mentionId) =>
  workspace.dataSource.query(
    `select payload from event where type = $1 and payload->>'mentionId' = $2 order by id`,
    [type, id],
  );

/** A reply as the outbox keeps it; the library behind it does not matter here. */
const publish = (
  id: string,
  reply: { text: string; externalId: string | null; sentAt: Date | null; state: string },
) =>
  inTransaction(workspace.dataSource, async ({ manager }) => {
    await manager.query(`set local session_replication_role = replica`);
    await manager.query(
      `insert into reply (mention_id, realm, network, answer_id, answer_version_id, answer_variant_id, content_hash, text,
         state, person_id, previous_state, due_at, sent_at, external_id)
       values ($1, 'live', 'x', 1, 1, 1, '', $2, $3, $4, 'new', now(), $5, $6)`,
      [id, reply.text, reply.state, camille.personId, reply.sentAt, reply.externalId],
    );
  });

describe('presence', () => {
  it('is told when someone comes, begins to answer and leaves, not each time it is renewed', async () => {
    await mentions.announce(camille, mentionId, 'viewing');
    await mentions.announce(camille, mentionId, 'viewing');
    expect(await mentions.announce(dominique, mentionId, 'answering')).toEqual([
      { personId: camille.personId, name: 'Camille', activity: 'viewing' },
      { personId: dominique.personId, name: 'Dominique', activity: 'answering' },
    ]);
    await mentions.announce(camille, mentionId, 'left');
    await mentions.announce(camille, mentionId, 'left');
    const told = (await events('presence.changed')).map(
      (event: { payload: { presence: unknown[] } }) => event.payload.presence.length,
    );
    expect(told).toEqual([1, 2, 1]);
  });

  it('ends by itself when it is not renewed', async () => {
    await mentions.announce(camille, mentionId, 'viewing');
    await workspace.dataSource.query(`update mention_presence set expires_at = now() - interval '1 second'`);
    expect((await mentions.read(mentionId)).presence).toEqual([]);
    expect(
      await inTransaction(workspace.dataSource, ({ manager }) => sweepPresence(manager)),
    ).toBeGreaterThan(0);
    expect((await events('presence.changed')).at(-1)).toEqual({ payload: { mentionId, presence: [] } });
  });
});

describe('saved views', () => {
  it('are one’s own or shared, replaced under the same name, and removed by nobody else', async () => {
    const filter = { state: ['new' as const], search: 'colis' };
    const view = await mentions.saveView(camille, { name: 'Colis', shared: false, filter, sort: 'urgent' });
    expect(view).toEqual({ id: view.id, name: 'Colis', shared: false, own: true, filter, sort: 'urgent' });
    expect(await mentions.views(dominique)).toEqual([]);
    const again = await mentions.saveView(camille, {
      name: 'Colis',
      shared: true,
      filter: {},
      sort: 'newest',
    });
    expect(again.id).toBe(view.id);
    expect(await mentions.views(dominique)).toMatchObject([{ id: view.id, own: false, filter: {} }]);
    await expect(mentions.removeView(dominique, view.id)).rejects.toMatchObject({
      status: 404,
      code: 'view-not-found',
    });
    await mentions.removeView(camille, view.id);
    expect(await mentions.views(camille)).toEqual([]);
  });
});

describe('the conversation around a mention', () => {
  it('holds what shares its key, one’s own posts and published replies, oldest first', async () => {
    const at = (minute: number) => new Date(Date.UTC(2026, 5, 1, 12, minute));
    const key = `thread-${next}`;
    const first = await arrive({ conversationKey: key, publishedAt: at(3), text: 'And now?' });
    const root = await arrive({ conversationKey: key, publishedAt: at(1), text: 'Where is my parcel?' });
    await arrive({ conversationKey: key, publishedAt: at(2), text: 'On its way.', own: true });
    await arrive({ conversationKey: key, network: 'facebook', text: 'another network' });
    // A published reply that the network brought back, and one that never left.
    const published = await arrive({
      conversationKey: key,
      externalId: `out-${next}`,
      own: true,
      publishedAt: at(5),
    });
    const [{ external_id: externalId }] = await workspace.dataSource.query(
      `select external_id from mention where id = $1`,
      [published],
    );
    await publish(root, { text: 'It arrives tomorrow.', externalId, sentAt: at(4), state: 'sent' });
    await publish(first, { text: 'never left', externalId: null, sentAt: null, state: 'refused' });
    const { conversation } = await mentions.read(first);
    expect(conversation.map(({ text, own, mentionId: id }) => [text, own, id])).toEqual([
      ['Where is my parcel?', false, root],
      ['On its way.', true, null],
      ['And now?', false, first],
      ['It arrives tomorrow.', true, null],
    ]);
    expect(conversation.at(-1)).toMatchObject({ replyId: expect.any(String), state: null, externalId });
  });

  it('follows replies where the network has no key', async () => {
    const base = `chain-${next}`;
    const root = await arrive({ externalId: `${base}-1`, text: 'one' });
    const middle = await arrive({ externalId: `${base}-2`, inReplyTo: `${base}-1`, text: 'two' });
    const last = await arrive({ externalId: `${base}-3`, inReplyTo: `${base}-2`, text: 'three' });
    for (const id of [root, middle, last]) {
      expect((await mentions.read(id)).conversation).toHaveLength(3);
    }
  });

  it('is the mention alone when nothing is around it', async () => {
    expect((await mentions.read(mentionId)).conversation).toMatchObject([{ mentionId, own: false }]);
  });
});
