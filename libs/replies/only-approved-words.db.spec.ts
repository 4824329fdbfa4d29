import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { outcomeOf } from '#platform/testing';
import { HostileNetwork } from './hostile-network.fixture.js';
import { ExchangeService } from '../answers/exchange.service.js';
import { readLibraryFile } from '../answers/read-library-file.js';
import { hashOf, readVersions } from '../answers/version-record.js';
import { OutboxWorld } from './outbox.fixture.js';

let dataSource: DataSource;
let world: OutboxWorld;
let network: HostileNetwork;
let mentionId: string;
let approved: string;

const choose = (answerVariantId: string, placeholders: Record<string, string> = {}) => ({
  answerVariantId,
  placeholders,
});
const send = (answerVariantId: string, placeholders: Record<string, string> = {}, mention = mentionId) =>
  world.outbox.send(mention, choose(answerVariantId, placeholders), world.anna, null);

beforeAll(async () => {
  world = await OutboxWorld.open();
  ({ dataSource } = world);
  network = await world.network({ keyed: true });
  for (const name of ['mastodon', 'x', 'training']) world.publishers.set(name, network.publisher());
  ({ variantId: approved } = await world.approved());
});
afterAll(() => world?.close());
beforeEach(async () => {
  mentionId = await world.mention({ state: 'in_progress' });
});

describe('words that were not approved', () => {
  it('do not get in by altering the variant before the request', async () => {
    const { variantId: altered } = await world.approved();
    await world.behindItsBack(`update answer_variant set body = 'Vous mentez.' where id = $1`, [altered]);
    expect(await outcomeOf(send(altered))).toBe('variant-altered');
  });

  it('do not get in by moving a variant to another version', async () => {
    const { answerId, variantId: old } = await world.approved();
    const { variantId: free } = await world.draft({
      variants: [{ language: 'en', network: null, body: 'Anything {{first_name}}' }],
    });
    await world.behindItsBack(
      `update answer_variant set version_id = (select version_id from answer_variant where id = $2) where id = $1`,
      [free, old],
    );
    expect(await outcomeOf(send(free))).toBe('variant-altered');
    expect(answerId).not.toBe('');
  });

  const tampering: [string, string, (variant: string, reply: string, answer: string) => Promise<unknown>][] =
    [
      [
        'the variant altered',
        'variant-altered',
        (variant) =>
          world.behindItsBack(`update answer_variant set body = 'Vous mentez.' where id = $1`, [variant]),
      ],
      [
        'the text of the reply altered',
        'variant-altered',
        (_, reply) => dataSource.query(`update reply set text = 'Vous mentez.' where id = $1`, [reply]),
      ],
      [
        'its placeholder altered',
        'variant-altered',
        (_, reply) =>
          dataSource.query(`update reply set placeholders = '{"first_name": "Ane"}' where id = $1`, [reply]),
      ],
      [
        'its placeholder smuggled in with the text',
        'placeholder-invalid',
        (_, reply) =>
          dataSource.query(
            `update reply set placeholders = '{"first_name": "evil.com"}',
             text = 'Bonjour evil.com, le virement part sous cinq jours.' where id = $1`,
            [reply],
          ),
      ],
      [
        'another variant put in its place',
        'variant-altered',
        async (_, reply) =>
          dataSource.query('update reply set answer_variant_id = $2 where id = $1', [
            reply,
            (await world.approved()).variantId,
          ]),
      ],
      [
        'a draft put in its place',
        'variant-not-approved',
        async (_, reply) =>
          dataSource.query('update reply set answer_variant_id = $2 where id = $1', [
            reply,
            (await world.draft()).variantId,
          ]),
      ],
      [
        'the hash of its approval altered',
        'variant-altered',
        (variant) =>
          world.behindItsBack(
            `update answer_approval set content_hash = repeat('0', 64)
             where version_id = (select version_id from answer_variant where id = $1)`,
            [variant],
          ),
      ],
      [
        'its approval taken away',
        'variant-altered',
        (variant) =>
          world.behindItsBack(
            `delete from answer_approval where version_id = (select version_id from answer_variant where id = $1)`,
            [variant],
          ),
      ],
      [
        'its approval put under the author’s own name',
        'variant-altered',
        (variant) =>
          world.behindItsBack(
            `update answer_approval set person_id = $2
             where version_id = (select version_id from answer_variant where id = $1)`,
            [variant, world.author.personId],
          ),
      ],
      [
        'variant, hash and approvals all rewritten to agree with each other',
        'variant-altered',
        async (variant) => {
          await world.behindItsBack(`update answer_variant set body = 'Vous mentez.' where id = $1`, [
            variant,
          ]);
          const [version] = await readVersions(
            dataSource.manager,
            'v.id = (select version_id from answer_variant where id = $1)',
            [variant],
          );
          const hash = hashOf(version!);
          await world.behindItsBack('update answer_version set content_hash = $2 where id = $1', [
            version!.id,
            hash,
          ]);
          await world.behindItsBack('update answer_approval set content_hash = $2 where version_id = $1', [
            version!.id,
            hash,
          ]);
        },
      ],
      [
        'its text and its hash altered together',
        'variant-altered',
        (_, reply) =>
          dataSource.query(
            `update reply set text = 'Vous mentez.', content_hash = encode(sha256('Vous mentez.'), 'hex') where id = $1`,
            [reply],
          ),
      ],
      ['the answer retired', 'variant-not-approved', (_, __, answer) => world.retire(answer)],
      [
        'a new version approved',
        'variant-not-approved',
        (_, __, answer) => world.approvedNext(answer, 2, { doNotSay: 'x' }),
      ],
      [
        'the level of the mention raised above the answer’s',
        'level-not-allowed',
        () => dataSource.query('update mention set level = 4 where id = $1', [mentionId]),
      ],
      [
        'the mention reopened',
        'mention-changed-meanwhile',
        () => dataSource.query(`update mention set state = 'new' where id = $1`, [mentionId]),
      ],
    ];

  it.each(tampering)('do not leave with %s between queue and network: %s', async (_, expected, tamper) => {
    const { answerId, variantId: variant } = await world.approved();
    const reply = await send(variant, { first_name: 'Zoé' });
    await tamper(variant, reply.id, answerId);
    await world.publish.run(reply.id);
    const [row] = await dataSource.query('select state, problem_code, attempts from reply where id = $1', [
      reply.id,
    ]);
    expect(row).toEqual({ state: 'refused', problem_code: expected, attempts: 0 });
    expect(network.posts.some(({ inReplyTo }) => inReplyTo === reply.inReplyToExternalId)).toBe(false);
    expect((await world.mentionRow(mentionId)).state).not.toBe('answered');
  });

  it.each([
    ['markup', '<b>Zoé</b>'],
    ['a link', 'evil.example'],
    ['a sentence', 'Vous mentez, tous, et depuis toujours'],
    ['a placeholder of its own', '{{first_name}}'],
    ['a line break', 'Zoé\nVous mentez'],
    ['a hidden direction', 'Zo\u202eé'],
    ['a mention of somebody', '@ministre'],
  ])('do not get in as %s in a placeholder', async (_, value) => {
    expect(await outcomeOf(send(approved, { first_name: value }))).toBe('placeholder-invalid');
  });

  it('do not get in with an import: what is imported is a draft', async () => {
    const { answerId } = await world.approved();
    const [answer] = await dataSource.query('select exchange_key from answer where id = $1', [answerId]);
    const exchange = new ExchangeService(dataSource);
    const text = (await exchange.exportJson(new Date())).replaceAll(
      'le virement part',
      'vous mentez, il part',
    );
    // The tests above have left versions that no library would let through.
    const proposals = readLibraryFile(Buffer.from(text)).filter(({ key }) => key === answer.exchange_key);
    expect(proposals).toHaveLength(1);
    const planned = await exchange.plan({ name: 'library', proposals }, 'in_review', world.anna);
    await exchange.apply(planned.id, planned.planHash, world.anna);
    const variants: { id: string }[] = await dataSource.query(
      `select id from answer_variant where body like '%vous mentez, il part%'`,
    );
    expect(variants.length).toBeGreaterThan(0);
    for (const { id } of variants) expect(await outcomeOf(send(id))).toBe('variant-not-approved');
  });

  it('do not leave when the validity ends between queue and network, before any tick', async () => {
    const { variantId: ending } = await world.approved({
      validUntil: new Date(Date.now() + 1000).toISOString(),
    });
    const reply = await send(ending);
    await sleep(1100);
    await world.publish.run(reply.id);
    const [row] = await dataSource.query('select state, problem_code from reply where id = $1', [reply.id]);
    expect(row).toEqual({ state: 'refused', problem_code: 'variant-expired' });
  });
});
