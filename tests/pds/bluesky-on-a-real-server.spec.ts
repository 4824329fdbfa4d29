import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BlueskyConnector } from '../../libs/networks/bluesky/bluesky-connector.js';
import { recordKey } from '../../libs/networks/bluesky/record-key.js';
import { watchedSource } from '../../libs/networks/source-view.fixture.js';
import { type BlueskyAccount, BlueskyNetwork } from './network.js';

const connector = new BlueskyConnector();
const signal = AbortSignal.timeout(600_000);
let network: BlueskyNetwork;
let lumen: BlueskyAccount;
let ana: BlueskyAccount;
let appPassword: string;

beforeAll(async () => {
  network = await BlueskyNetwork.start();
  lumen = await network.newAccount('lumen');
  ana = await network.newAccount('ana');
  appPassword = await lumen.newAppPassword('passerelle');
});
afterAll(() => network?.stop());

/** A source as it was connected: nothing but the handle and an app password. */
function source(credentials: Record<string, string> = {}) {
  return watchedSource({
    network: 'bluesky',
    settings: { server: network.url, watch: 'mentions', allowPrivateAddress: true },
    credentials: { identifier: lumen.handle, appPassword, ...credentials },
  });
}
let replies = 0;
const replyTo = (uri: string, text: string) => {
  const id = String(++replies);
  return { id, text, inReplyToExternalId: uri, askedAt: new Date(), idempotencyKey: `reply-${id}` };
};

describe('Bluesky on a real data server', () => {
  it('says in the live check whom it takes us for and what was said to us', async () => {
    await ana.post('is the line open?', lumen);
    const trial = await connector.try(source(), signal);
    expect(trial).toMatchObject({ account: '@lumen.test', refused: [] });
    expect(trial.items.map(({ title }) => title)).toContain('@lumen.test is the line open?');
  });

  it('says that a wrong app password is refused', async () => {
    await expect(connector.try(source({ appPassword: 'wrong' }), signal)).rejects.toMatchObject({
      name: 'SourceNeedsAttention',
      code: 'token-refused',
    });
  });

  it('brings each mention once, and knows which was taken back', async () => {
    const first = await ana.post('a first question', lumen);
    const view = source();
    const page = await connector.pull(view, null, signal);
    expect(page.mentions).toContainEqual(
      expect.objectContaining({ externalId: first.uri, text: '@lumen.test a first question', own: false }),
    );
    const second = await ana.post('a second question', lumen);
    const next = await connector.pull(view, page.cursor, signal);
    expect(next.mentions.map(({ externalId }) => externalId)).toContain(second.uri);
    await ana.takeBack(first.uri);
    const known = [first.uri, second.uri].map((externalId) => ({ externalId, extra: null }));
    expect((await connector.lookUp(view, known, signal)).gone).toEqual([first.uri]);
  });

  it('notes what the server says of how much may still be asked', async () => {
    const view = source();
    await connector.find(view, replyTo('at://nobody/app.bsky.feed.post/none', 'never sent'), signal);
    expect(view.quotas.at(-1)).toMatchObject({ limit: expect.any(Number), remaining: expect.any(Number) });
  });

  it('publishes a reply in its thread, with its link, under the key that follows from the reply', async () => {
    const asked = await ana.post('where can I read about it?', lumen);
    const reply = replyTo(asked.uri, 'Voilà : https://lumen.example/état');
    const sent = await connector.publish(source(), reply, signal);
    expect(sent.externalId).toBe(`at://${lumen.did}/app.bsky.feed.post/${recordKey(reply.idempotencyKey)}`);
    const stored = (await lumen.posts()).find(({ uri }) => uri === sent.externalId);
    expect(stored?.value).toMatchObject({
      text: reply.text,
      reply: { root: { uri: asked.uri }, parent: { uri: asked.uri } },
    });
    const { byteStart, byteEnd } = stored!.value.facets![0]!.index;
    const named = Buffer.from(reply.text).subarray(byteStart, byteEnd).toString();
    expect(named).toBe('https://lumen.example/état');
  });

  it('publishes a post of its own, which answers nobody, once, and reads it back', async () => {
    const post = { ...replyTo('', 'We know of it, and will say more at six.'), inReplyToExternalId: null };
    expect(await connector.find(source(), post, signal)).toBe('none');
    const sent = await connector.publish(source(), post, signal);
    expect(await connector.publish(source(), post, signal)).toEqual(sent);
    expect(await connector.find(source(), post, signal)).toEqual(sent);
    const [stored, ...others] = (await lumen.posts()).filter(({ value }) => value.text === post.text);
    expect(others).toEqual([]);
    expect(stored!.value).not.toHaveProperty('reply');
    await connector.remove(source(), sent, signal);
    expect(await connector.find(source(), post, signal)).toBe('none');
  });

  it('publishes the same reply only once, however often and at the same moment it is sent', async () => {
    const asked = await ana.post('will you answer twice?', lumen);
    const reply = replyTo(asked.uri, 'Only once.');
    const tries = await Promise.allSettled([1, 2, 3].map(() => connector.publish(source(), reply, signal)));
    const again = await connector.publish(source(), reply, signal);
    for (const one of tries) if (one.status === 'fulfilled') expect(one.value).toEqual(again);
    expect((await lumen.posts()).filter(({ value }) => value.text === 'Only once.')).toHaveLength(1);
  });

  it('reads back whether a reply is there, and takes it down', async () => {
    const asked = await ana.post('can you take it down?', lumen);
    const reply = replyTo(asked.uri, 'Yes.');
    expect(await connector.find(source(), reply, signal)).toBe('none');
    const sent = await connector.publish(source(), reply, signal);
    expect(await connector.find(source(), reply, signal)).toEqual(sent);
    await connector.remove(source(), sent, signal);
    await connector.remove(source(), sent, signal);
    expect(await connector.find(source(), reply, signal)).toBe('none');
  });

  it('refuses to answer a post that was taken back', async () => {
    const asked = await ana.post('never mind', lumen);
    await ana.takeBack(asked.uri);
    await expect(connector.publish(source(), replyTo(asked.uri, 'Sorry.'), signal)).rejects.toMatchObject({
      name: 'ReplyRefused',
      code: 'post-deleted',
    });
  });

  it('is refused a text of more than 300 graphemes, and takes one of 300', async () => {
    const asked = await ana.post('how long may it be?', lumen);
    await connector.publish(source(), replyTo(asked.uri, '👩‍🚒'.repeat(300 / 10) + 'é'.repeat(270)), signal);
    await expect(
      connector.publish(source(), replyTo(asked.uri, 'é'.repeat(301)), signal),
    ).rejects.toMatchObject({
      name: 'ReplyRefused',
      code: 'network-text-too-long',
    });
  });

  it('renews a session that the server does not take any more, and keeps the new one', async () => {
    const view = source();
    await connector.try(view, signal);
    const { accessJwt, refreshJwt } = view.credentials;
    // A changed signature is answered as a session that has run out.
    view.credentials['accessJwt'] = `${accessJwt!.slice(0, -4)}AAAA`;
    await connector.try(view, signal);
    expect(view.credentials['refreshJwt']).not.toBe(refreshJwt);
    expect(view.credentials['accessJwt']).not.toBe(`${accessJwt!.slice(0, -4)}AAAA`);
  });

  it('signs in anew when its session was revoked, and needs a person when its app password was', async () => {
    const password = await lumen.newAppPassword('second');
    const view = source({ appPassword: password });
    await connector.try(view, signal);
    const token = view.credentials['refreshJwt']!;
    await network.call('com.atproto.server.deleteSession', { method: 'POST', token });
    view.credentials['accessJwt'] = 'revoked';
    expect(await connector.try(view, signal)).toMatchObject({ account: '@lumen.test' });

    await lumen.revokeAppPassword('second');
    view.credentials['accessJwt'] = 'revoked';
    await expect(connector.try(view, signal)).rejects.toMatchObject({ code: 'token-refused' });
  });
});
