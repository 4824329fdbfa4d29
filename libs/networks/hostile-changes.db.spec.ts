import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { takeWordings } from '#mentions';
import { inTransaction } from '#platform/database';
import { EraseSource } from './erase-source.job.js';
import type { FeedConnector } from './feed/feed-connector.js';
import {
  CONVERSED,
  HostileSpace,
  LOOKED_UP,
  minutesAgo,
  READ,
  type Answering,
  type AnsweringServer,
  type LookedUpServer,
  type ReadServer,
  type WatchedNetwork,
} from './hostile.fixture.js';

const { signal } = new AbortController();
let space: HostileSpace;
beforeAll(async () => {
  space = await HostileSpace.open();
}, 60_000);
afterAll(() => space?.close());

describe.each(LOOKED_UP)('$name, where authors change their minds,', (one) => {
  const { network } = one;
  let net: WatchedNetwork<Answering, LookedUpServer>;
  beforeEach(async () => {
    net = await space.begin(one);
  });
  afterEach(() => net.there.stop());

  it('may have a post edited: it stays one, says the newest, and what it said before is kept', async () => {
    net.say(1, 2);
    await net.pull();
    const posts = await space.dataSource.query(
      'select external_id as "externalId", extra from mention where not own',
    );
    net.there.edit('1001', 'Post 1, put better', minutesAgo(10));
    const late = await net.connector.lookUp(await net.view(), posts, signal);
    await net.lookUp();
    expect(await net.texts()).toEqual(['Post 1, put better', 'Post 2']);
    net.there.edit('1001', 'Post 1, put best', minutesAgo(5));
    await net.lookUp();
    // What was read before the last change comes after it.
    await inTransaction(space.dataSource, ({ manager }) => takeWordings(manager, network, late.wordings));
    await net.lookUp();
    await net.pull();
    expect(await net.texts()).toEqual(['Post 1, put best', 'Post 2']);
    expect((await net.state()).mentions).toBe(net.counted(2));
    const before = await space.dataSource.query('select text_before as text from mention_edit order by id');
    expect(before).toEqual([{ text: 'Post 1' }, { text: 'Post 1, put better' }]);
    // It waits to be judged by its newest text.
    const [waiting] = await space.dataSource.query(
      `select edition from mention_queue join mention on id = mention_id where text = 'Post 1, put best'`,
    );
    expect(waiting).toEqual({ edition: 2 });
  });
});

describe.each(CONVERSED)('$name, where authors take posts back,', (one) => {
  let net: WatchedNetwork<Answering, AnsweringServer>;
  beforeEach(async () => {
    net = await space.begin(one);
  });
  afterEach(() => net.there.stop());

  it('takes a post back, and with it text and author here', async () => {
    net.say(1, 2);
    await net.pull();
    await space.dataSource.query(
      `update mention set assessed_at = now(), assessment = '{"reasons": [{"part": "harm", "code": "x", "weight": 1, "words": ["Post"]}]}'`,
    );
    net.there.edit('1001', 'Post 1, put better', minutesAgo(10));
    await net.lookUp();
    net.there.posts = net.there.posts.filter(({ id }) => id === '1002');
    await net.lookUp();
    expect(await space.dataSource.query('select from mention_edit')).toEqual([]);
    const [gone, kept] = await space.dataSource.query('select * from mention order by external_id');
    expect(gone).toMatchObject({
      text: '',
      author_handle: null,
      author_name: null,
      url: null,
      extra: null,
      state: 'no_reply',
    });
    expect(JSON.stringify(gone.assessment)).not.toContain('Post');
    expect(kept).toMatchObject({ text: 'Post 2', state: 'new', erased_at: null });
    // Read again, it does not come back.
    await net.pull();
    expect(await net.texts()).toEqual(['', 'Post 2']);
  });
});

describe.each(READ)('$name, when somebody disconnects it,', (one) => {
  let net: WatchedNetwork<Answering | FeedConnector, ReadServer>;
  beforeEach(async () => {
    net = await space.begin(one);
  });
  afterEach(() => net.there.stop());

  it('is forgotten with all that it brought when somebody disconnects it so', async () => {
    net.say(1, 3);
    await net.pull();
    await space.dataSource.query(`update source set state = 'removed', erase_mentions = true where id = $1`, [
      net.sourceId,
    ]);
    await new EraseSource(space.dataSource).run(net.sourceId, signal);
    await new EraseSource(space.dataSource).run(net.sourceId, signal);
    expect(await net.texts()).toEqual(['', '', '']);
    expect((await net.state()).erased_at).not.toBeNull();
  });
});
