import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { OtherSystem } from '../../tests/simulators/other-system.js';
import { ReplyRefused, RetryLater, SourceNeedsAttention } from './connector.js';
import { ConnectorRegistry } from './connector-registry.js';
import {
  ANSWERED,
  HostileSpace,
  minutesAgo,
  NOT_ANSWERED,
  type Answering,
  type AnsweringServer,
  type WatchedNetwork,
} from './hostile.fixture.js';
import type { HookConnector } from './hook/hook-connector.js';
import { watchedSource } from './source-view.fixture.js';

const { signal } = new AbortController();
let space: HostileSpace;
beforeAll(async () => {
  space = await HostileSpace.open();
}, 60_000);
afterAll(() => space?.close());

describe.each(ANSWERED)('$name, whatever it does when it is answered,', (one) => {
  let net: WatchedNetwork<Answering | HookConnector, AnsweringServer | OtherSystem>;
  beforeEach(async () => {
    net = await space.begin(one);
  });
  afterEach(() => net.there.stop());

  const answer = (id = '1001') => ({
    id: '7',
    text: 'It leaves today: https://lumen.example/refunds #help',
    inReplyToExternalId: net.there.externalId(id),
    askedAt: new Date(),
    idempotencyKey: 'reply-7-of-lumen',
  });

  it('takes a reply once, however often and however unluckily it is sent', async () => {
    net.say(1, 1);
    net.there.faults.push({ path: net.there.posting, fault: 'drop-after-accept' });
    await expect(net.connector.publish(await net.view(), answer(), signal)).rejects.toThrow(Error);
    const found = await net.connector.find(await net.view(), answer(), signal);
    expect(found).toMatchObject({ externalId: expect.any(String) });
    expect(await net.connector.publish(await net.view(), answer(), signal)).toMatchObject({
      externalId: (found as { externalId: string }).externalId,
    });
    expect(net.there.replies).toHaveLength(1);
    expect(net.there.replies[0]).toMatchObject({ text: answer().text, parent: '1001' });
  });

  it('is not blamed for a reply that never reached it', async () => {
    net.say(1, 1);
    expect(await net.connector.find(await net.view(), answer(), signal)).toBe('none');
    net.there.faults.push(net.there.neverPosted);
    await expect(net.connector.publish(await net.view(), answer(), signal)).rejects.toThrow(RetryLater);
    await expect(net.connector.publish(await net.view(), answer('4711'), signal)).rejects.toThrow(
      ReplyRefused,
    );
    expect(net.there.replies).toEqual([]);
  });

  it('asks for a person when the access is taken away, and publishes nothing', async () => {
    net.say(1, 1);
    net.there.token = 'revoked';
    await expect(net.connector.publish(await net.view(), answer(), signal)).rejects.toThrow(
      SourceNeedsAttention,
    );
    expect(net.there.replies).toEqual([]);
  });

  it('takes a reply down, also when that is asked twice, and does not find it any more', async () => {
    net.say(1, 1);
    const post = await net.connector.publish(await net.view(), answer(), signal);
    await net.connector.remove(await net.view(), post, signal);
    await net.connector.remove(await net.view(), post, signal);
    expect(net.there.replies).toEqual([]);
    expect(await net.connector.find(await net.view(), answer(), signal)).toBe('none');
  });
});

it('every network that can be answered is tried so, or there is a reason', () => {
  const registry = new ConnectorRegistry(undefined as never, undefined as never, undefined as never);
  const tried = [...ANSWERED.map(({ network }) => network), ...Object.keys(NOT_ANSWERED)];
  expect(tried.sort()).toEqual(
    registry
      .capabilities()
      .map(({ network }) => network)
      .sort(),
  );
});

describe.each(ANSWERED.filter(({ made }) => made(space?.dataSource).capabilities.post))(
  'a post of its own on $network',
  ({ network, made, server }) => {
    const connector = made(space?.dataSource);
    let there: AnsweringServer | OtherSystem;
    beforeEach(async () => {
      there = await server().listen();
    });
    afterEach(() => there.stop());

    const source = () =>
      watchedSource({ network, settings: there.settings, credentials: { ...there.credentials } });
    const statement = (
      text = 'We know of it, and we will say more at noon: https://lumen.example #help',
    ) => ({
      id: '8',
      text,
      inReplyToExternalId: null,
      askedAt: new Date(),
      idempotencyKey: 'post-8-of-lumen',
    });
    const posting = () => ('postingAlone' in there ? there.postingAlone : there.posting);

    it('stands there once, however unluckily it is sent, and answers nobody', async () => {
      const post = statement();
      expect(await connector.find(source(), post, signal)).toBe('none');
      there.faults.push({ path: posting(), fault: 'drop-after-accept' });
      await expect(connector.publish(source(), post, signal)).rejects.toThrow(Error);
      const found = await connector.find(source(), post, signal);
      expect(found).toMatchObject({ externalId: expect.any(String) });
      expect(await connector.publish(source(), post, signal)).toMatchObject({
        externalId: (found as { externalId: string }).externalId,
      });
      expect(there.replies).toMatchObject([{ text: post.text, parent: '' }]);
    });

    it('is tried later when the network asks to wait', async () => {
      there.faults.push({ path: posting(), fault: { status: 429 } });
      await expect(connector.publish(source(), statement(), signal)).rejects.toThrow(RetryLater);
      expect(there.replies).toEqual([]);
    });

    it('is not the reply, nor the older post, in the same words', async () => {
      there.posts.push({ id: '1001', text: 'Post 1', at: minutesAgo(5) });
      const post = statement('The very same words');
      const answer = {
        ...post,
        id: '9',
        inReplyToExternalId: there.externalId('1001'),
        idempotencyKey: 'reply-9',
      };
      await connector.publish(source(), answer, signal);
      expect(await connector.find(source(), post, signal)).toBe('none');
      const alone = statement('Said an hour before');
      await connector.publish(source(), alone, signal);
      const later = {
        ...alone,
        askedAt: new Date(Date.now() + 3_600_000),
        idempotencyKey: 'post-10-of-lumen',
      };
      expect(await connector.find(source(), alone, signal)).toMatchObject({ externalId: expect.any(String) });
      expect(await connector.find(source(), later, signal)).toBe('none');
    });
  },
);
