import { BlueskyServer } from '../simulators/bluesky-server.js';
import { FacebookServer } from '../simulators/facebook-server.js';
import type { FaultyServer, NetworkFault } from '../simulators/faulty-server.js';
import { FeedServer, rss } from '../simulators/feed-server.js';
import { InstagramServer } from '../simulators/instagram-server.js';
import { MastodonServer, type SimulatedPost } from '../simulators/mastodon-server.js';
import { XServer } from '../simulators/x-server.js';
import { YouTubeServer } from '../simulators/youtube-server.js';
import type { DayClock } from './day-clock.js';
import type { DayNetwork, DayPost, Trouble } from './day-plan.js';
import { LIMITS, RequestCount } from './request-limit.js';

/** Entries that a site shows in its feed. */
const ENTRIES = 60;

/** A network that lives through the day. */
export interface LivingNetwork {
  network: DayNetwork;
  settings: Record<string, unknown>;
  credentials: Record<string, string>;
  everySeconds: number;
  count: RequestCount | null;
  say(post: DayPost): void;
  takeBack(post: DayPost): void;
  edit(post: DayPost): void;
  /** As the product names the post. */
  externalId(post: DayPost): string;
  begin(trouble: Trouble): void;
  stop(): Promise<void>;
}

type PostServer = FaultyServer & {
  posts: SimulatedPost[];
  settings: Record<string, unknown>;
  credentials: Record<string, string>;
  externalId(id: string): string;
  edit(id: string, text: string, at: Date): void;
};

const textOf = ({ network, number }: DayPost) => `Said on ${network}, number ${number} of the day`;
const editedTextOf = (post: DayPost) => `${textOf(post)}${PUT_BETTER}`;
const PUT_BETTER = ', put better';
/** Whether a text of the day is what its author made of it later. */
export function isEdited(text: string): boolean {
  return text.includes(PUT_BETTER);
}
/** Which post of the day a text is; null for what is not of the day. */
export function numberIn(text: string): number | null {
  const found = /number (\d+) of the day/.exec(text);
  return found ? Number(found[1]) : null;
}
const idOf = ({ number }: DayPost) => String(100_000 + number);

export async function startNetworks(clock: DayClock, troubles: readonly Trouble[]): Promise<LivingNetwork[]> {
  const troubled = (network: DayNetwork) => troubles.filter((trouble) => trouble.network === network);
  const x = new XServer();
  const youtube = new YouTubeServer();
  return Promise.all([
    posted('mastodon', new MastodonServer(), 60, clock, troubled('mastodon')),
    posted('bluesky', new BlueskyServer(), 60, clock, troubled('bluesky')),
    posted('x', x, 60, clock, troubled('x'), ({ remaining, resetsAt }) => {
      x.remaining = Math.max(0, remaining);
      x.resetsAt = Math.ceil(clock.named(resetsAt).getTime() / 1000);
    }),
    posted('facebook', new FacebookServer(), 60, clock, troubled('facebook')),
    posted('instagram', new InstagramServer(), 60, clock, troubled('instagram')),
    posted('youtube', youtube, 120, clock, troubled('youtube')),
    site(),
  ]);

  async function site(): Promise<LivingNetwork> {
    const server = await FeedServer.start();
    const entries: { id: string; title: string; published: string }[] = [];
    const url = server.serve('/feed', () => ({ body: rss(entries.slice(0, ENTRIES)) }));
    return {
      network: 'feed',
      settings: { url, allowPrivateAddress: true },
      credentials: {},
      everySeconds: 300,
      count: null,
      say: (post) => {
        entries.unshift({ id: idOf(post), title: textOf(post), published: new Date().toISOString() });
      },
      takeBack: () => undefined,
      edit: (post) => {
        const entry = entries.find(({ id }) => id === idOf(post));
        if (entry) entry.title = editedTextOf(post);
      },
      externalId: (post) => `${new URL(url).host}|${idOf(post)}`,
      begin: () => undefined,
      stop: () => server.stop(),
    };
  }
}

async function posted(
  network: DayNetwork,
  server: PostServer,
  everySeconds: number,
  clock: DayClock,
  troubles: readonly Trouble[],
  announce: (left: { remaining: number; resetsAt: number }) => void = () => undefined,
): Promise<LivingNetwork> {
  await server.listen();
  const limit = LIMITS[network];
  const count = limit ? new RequestCount(limit) : null;
  server.gate = () => {
    const second = clock.second();
    // Everything that was asked is kept by the simulator for tests of single requests.
    server.requests.length = 0;
    if (count) announce(count.take(second));
    const trouble = troubles.find(({ from, to }) => second >= from && second < to);
    return trouble ? faultOf(trouble, second) : null;
  };
  const find = (post: DayPost) => server.posts.find(({ id }) => id === idOf(post));
  return {
    network,
    settings: server.settings,
    credentials: server.credentials,
    everySeconds,
    count,
    say: (post) => {
      const said = { id: idOf(post), text: textOf(post), at: new Date() };
      server.posts.push(said);
      if (server instanceof MastodonServer) server.tell('notification', said);
    },
    takeBack: (post) => {
      const said = find(post);
      if (!said) return;
      server.posts.splice(server.posts.indexOf(said), 1);
      if (server instanceof MastodonServer) server.tell('delete', said);
    },
    edit: (post) => server.edit(idOf(post), editedTextOf(post), new Date()),
    externalId: (post) => server.externalId(idOf(post)),
    begin: () => {
      if (server instanceof MastodonServer) server.hangUp();
    },
    stop: () => server.stop(),
  };
}

function faultOf({ kind, to }: Trouble, second: number): NetworkFault {
  switch (kind) {
    case 'away':
      return 'drop';
    case 'broken':
      return { status: 500 };
    case 'pause':
      return { status: 429, headers: { 'retry-after': String(Math.ceil(to - second)) } };
  }
}
