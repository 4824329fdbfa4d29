import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FacebookServer } from '../../../tests/simulators/facebook-server.js';
import { InstagramServer, MEDIA_ID } from '../../../tests/simulators/instagram-server.js';
import { watchedSource } from '../source-view.fixture.js';
import { metaSignature, metaSignatureFault } from './meta-signature.js';
import { accountsOf, readMetaDelivery } from './read-delivery.js';

const { signal } = new AbortController();
const TIME = 1_764_500_000;
let facebook: FacebookServer;
let instagram: InstagramServer;

beforeEach(async () => {
  facebook = await new FacebookServer().listen();
  instagram = await new InstagramServer().listen();
});
afterEach(async () => {
  await facebook.stop();
  await instagram.stop();
});

const sourceOf = (server: FacebookServer | InstagramServer) => {
  const { kind: network, settings, credentials } = server;
  return watchedSource({ network, settings, credentials });
};
const onPage = (...values: unknown[]) => ({
  entry: [{ id: '104000001', time: TIME, changes: values.map((value) => ({ field: 'feed', value })) }],
});
const readPage = (delivered: { entry: unknown[] }) => readMetaDelivery(sourceOf(facebook), delivered, signal);
const onAccount = (field: string, value: unknown, time = TIME) => ({
  entry: [{ id: '17841400000000001', time, changes: [{ field, value }] }],
});
const readAccount = (delivered: { entry: unknown[] }) =>
  readMetaDelivery(sourceOf(instagram), delivered, signal);

const comment = {
  item: 'comment',
  verb: 'add',
  from: { id: '7700112233', name: 'Ana' },
  post_id: '104000001_1001',
  comment_id: '1001_2001',
  parent_id: '104000001_1001',
  created_time: TIME - 5,
  message: 'Where is my refund?',
};

describe('what is delivered of a Page', () => {
  it('is a comment with its words, under the very id that reading gives it', async () => {
    const { mentions, refused } = await readPage(
      onPage(comment, { ...comment, comment_id: '1001_2002', parent_id: '1001_2001' }),
    );
    expect(refused).toEqual([]);
    expect(mentions).toMatchObject([
      {
        externalId: '1001_2001',
        text: 'Where is my refund?',
        publishedAt: new Date((TIME - 5) * 1000),
        inReplyTo: '104000001_1001',
        conversationKey: '104000001_1001',
        author: { name: 'Ana' },
        own: false,
      },
      { externalId: '1001_2002', inReplyTo: '1001_2001' },
    ]);
  });

  it('is a post of a visitor, or one of ours', async () => {
    const post = {
      item: 'status',
      verb: 'add',
      post_id: '104000001_1002',
      created_time: TIME,
      message: 'Hello',
    };
    const { mentions } = await readPage(
      onPage(
        { ...post, from: { id: '7700112233' } },
        { ...post, post_id: '104000001_1003', from: { id: '104000001', name: 'Lumen' } },
        { ...post, post_id: '104000001_1004', published: 0 },
      ),
    );
    expect(mentions.map(({ externalId, own }) => [externalId, own])).toEqual([
      ['104000001_1002', false],
      ['104000001_1003', true],
    ]);
  });

  it.each(['edited', 'edit'])('says what its author made of it (%s), as of the delivery', async (verb) => {
    const page = await readPage(
      onPage(
        { ...comment, verb, message: 'Put better' },
        { item: 'post', verb, post_id: '104000001_1001', message: 'A post, put better' },
        { item: 'photo', verb, post_id: '104000001_1002' },
      ),
    );
    const at = new Date(TIME * 1000);
    expect(page).toEqual({
      mentions: [],
      wordings: [
        { externalId: '1001_2001', text: 'Put better', at, told: true },
        { externalId: '104000001_1001', text: 'A post, put better', at, told: true },
      ],
      deleted: [],
      refused: [],
    });
  });

  it('is gone when it was removed; likes and the like are no news', async () => {
    const page = await readPage(
      onPage(
        { ...comment, verb: 'remove' },
        { item: 'post', verb: 'remove', post_id: '104000001_1001' },
        { item: 'reaction', verb: 'add', reaction_type: 'like', post_id: '104000001_1001' },
      ),
    );
    expect(page).toEqual({
      mentions: [],
      wordings: [],
      deleted: ['1001_2001', '104000001_1001'],
      refused: [],
    });
  });

  it('names the change at fault, and leaves the others alone', async () => {
    const { mentions, refused } = await readPage(onPage({ ...comment, comment_id: '../me' }, comment));
    expect(mentions).toHaveLength(1);
    expect(refused).toEqual([{ item: 1, field: 'comment_id', reason: 'is not an id of Facebook' }]);
  });

  it('is asked for where only its id came, and left when it is gone since', async () => {
    facebook.tagged = [{ id: '3001', text: 'Thanks @Lumen', at: new Date() }];
    const mention = (id: string) => ({
      entry: [
        {
          id: '104000001',
          time: TIME,
          changes: [{ field: 'mention', value: { item: 'post', verb: 'add', post_id: id, sender_id: '1' } }],
        },
      ],
    });
    const { mentions } = await readPage(mention('104000001_3001'));
    expect(mentions).toMatchObject([{ externalId: '104000001_3001', text: 'Thanks @Lumen' }]);
    expect(await readPage(mention('104000001_4711'))).toMatchObject({ mentions: [], refused: [] });
    facebook.faults.push({ path: '104000001_3001', fault: { status: 500 } });
    await expect(readPage(mention('104000001_3001'))).rejects.toThrow(Error);
  });

  it('is not for the source of another Page', async () => {
    const [entry] = onPage(comment).entry;
    expect(await readPage({ entry: [{ ...entry, id: '999' }] })).toMatchObject({ mentions: [] });
    expect(accountsOf([entry, { ...entry, id: 17 }, null, 'x'])).toEqual(new Set(['104000001', '17']));
  });
});

describe('what is delivered of an Instagram account', () => {
  const said = {
    id: '17891001',
    text: 'Nice',
    from: { id: '6600112233', username: 'ana' },
    media: { id: MEDIA_ID, media_product_type: 'FEED' },
  };

  it.each([TIME, TIME * 1000])(
    'is a comment with its words, at the time of the delivery (%i)',
    async (time) => {
      expect((await readAccount(onAccount('comments', said, time))).mentions).toMatchObject([
        {
          externalId: '17891001',
          text: 'Nice',
          author: { handle: '@ana' },
          inReplyTo: `media/${MEDIA_ID}`,
          publishedAt: new Date(TIME * 1000),
          own: false,
        },
      ]);
    },
  );

  it('is asked for where somebody named us elsewhere', async () => {
    instagram.named = [{ id: '4711', text: '@lumen look', at: new Date(), media: '3002' }];
    instagram.tagged = [{ id: '3001', text: 'With @lumen', at: new Date() }];
    const comments = await readAccount(onAccount('mentions', { media_id: '3002', comment_id: '4711' }));
    expect(comments.mentions).toMatchObject([
      { externalId: 'media/3002/4711', text: '@lumen look', conversationKey: 'media/3002' },
    ]);
    const posts = await readAccount(onAccount('mentions', { media_id: '3001' }));
    expect(posts.mentions).toMatchObject([{ externalId: 'media/3001', text: 'With @lumen' }]);
    expect((await readAccount(onAccount('mentions', { media_id: '99' }))).mentions).toEqual([]);
  });
});

it('may be anything: it is read, or named as being at fault', async () => {
  const value = fc.oneof(
    fc.jsonValue(),
    fc.record(
      {
        item: fc.constantFrom('comment', 'post', 'status', 'like'),
        verb: fc.constantFrom('add', 'remove', 'edited'),
        comment_id: fc.jsonValue(),
        post_id: fc.constantFrom('104000001_1', 'x'),
        from: fc.jsonValue(),
        created_time: fc.jsonValue(),
        message: fc.jsonValue(),
        id: fc.jsonValue(),
        media: fc.jsonValue(),
      },
      { requiredKeys: [] },
    ),
  );
  const field = fc.constantFrom('feed', 'comments', 'live_comments', 'else');
  const changes = fc.array(fc.oneof(fc.jsonValue(), fc.record({ field, value })));
  const ids = fc.constantFrom<unknown>('104000001', '17841400000000001', null);
  const entry = fc.oneof(fc.jsonValue(), fc.record({ id: ids, time: fc.jsonValue(), changes }));
  await fc.assert(
    fc.asyncProperty(fc.array(entry), async (entries) => {
      for (const page of [await readPage({ entry: entries }), await readAccount({ entry: entries })]) {
        expect(page.mentions.every(({ publishedAt }) => !Number.isNaN(publishedAt.getTime()))).toBe(true);
      }
    }),
  );
});

describe('a signature', () => {
  it('holds for this body under this secret, and for nothing else', () => {
    // Worked out with: printf '{"object":"page"}' | openssl dgst -sha256 -hmac secret
    const body = Buffer.from('{"object":"page"}');
    const signature = metaSignature('secret', body);
    expect(metaSignatureFault('secret', { signature, body })).toBeNull();
    expect(metaSignatureFault('secret', { signature: undefined, body })).toBe('signature-missing');
    fc.assert(
      fc.property(fc.string(), fc.string(), (other, secret) => {
        if (other !== body.toString()) {
          expect(metaSignatureFault('secret', { signature, body: Buffer.from(other) })).toBe(
            'signature-wrong',
          );
        }
        if (secret !== 'secret')
          expect(metaSignatureFault(secret, { signature, body })).toBe('signature-wrong');
        if (other !== '')
          expect(metaSignatureFault('secret', { signature: other, body })).toBe('signature-wrong');
      }),
    );
  });
});
