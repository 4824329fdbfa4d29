import { BlueskyServer } from '../simulators/bluesky-server.js';
import { FacebookServer } from '../simulators/facebook-server.js';
import type { FaultyServer, NetworkFault } from '../simulators/faulty-server.js';
import { FeedServer, rss } from '../simulators/feed-server.js';
import { InstagramServer } from '../simulators/instagram-server.js';
import { MastodonServer, type SimulatedPost } from '../simulators/mastodon-server.js';
import { XServer } from '../simulators/x-server.js';
import { YouTubeServer } from '../simulators/youtube-server.js';
import type { DayClock } from './day-clock.js';
import type { DayDeliveries } from './day-deliveries.js';
import type { DayNetwork, DayPost, Trouble } from './day-plan.js';
import { type Hook, HOOKS, WEBHOOK_SECRET } from './network-hooks.js';
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

export const textOf = ({ network, number }: DayPost) => `Said on ${network}, number ${number} of the day`;
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
/** How everything begins that somebody told who does not know the secret. */
export const FORGED = 'Forged';
const idOf = ({ number }: DayPost) => String(100_000 + number);

export async function startNetworks(
  clock: DayClock,
  troubles: readonly Trouble[],
  deliveries: DayDeliveries,
): Promise<LivingNetwork[]> {
  const troubled = (network: DayNetwork) => troubles.filter((trouble) => trouble.network === network);
  const x = new XServer();
  const youtube = new YouTubeServer();
  const living = await Promise.all([
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
    otherSystem(),
    training(),
  ]);
  return living.map((one) => telling(one, HOOKS[one.network], deliveries));

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

/** It keeps nothing that could be asked for: what it tells is all. */
function otherSystem(): LivingNetwork {
  return {
    ...silent('webhook', 300),
    credentials: { secret: WEBHOOK_SECRET },
    externalId: (post) => idOf(post),
  };
}

/** A scenario speaks there, see `playScenario`. */
function training(): LivingNetwork {
  return { ...silent('training', 60), externalId: (post) => idOf(post) };
}

function silent(network: DayNetwork, everySeconds: number): Omit<LivingNetwork, 'externalId'> {
  const nothing = () => undefined;
  return {
    ...{ network, everySeconds, settings: {}, credentials: {}, count: null },
    ...{ say: nothing, takeBack: nothing, edit: nothing, begin: nothing },
    stop: () => Promise.resolve(),
  };
}

/** The same network, which also tells the server of what happens there. */
function telling(living: LivingNetwork, hook: Hook | undefined, deliveries: DayDeliveries): LivingNetwork {
  if (!hook) return living;
  const saidAt = new Map<number, Date>();
  const told = (post: DayPost, text: string) => {
    const at = saidAt.get(post.number) ?? new Date();
    saidAt.set(post.number, at);
    return { id: living.externalId(post), text, at };
  };
  const send = (post: DayPost, body: object | null, which: 'said' | 'changed') => {
    if (body && post.told) deliveries.send(hook, body, post.number, post.told[which]);
  };
  return {
    ...living,
    say: (post) => {
      living.say(post);
      send(post, hook.said(told(post, textOf(post))), 'said');
      const forged = {
        id: `9${living.externalId(post)}`,
        text: `${FORGED} on ${post.network}`,
        at: new Date(),
      };
      if (post.told?.forged) deliveries.forge(hook, hook.said(forged));
    },
    edit: (post) => {
      living.edit(post);
      send(post, hook.edited(told(post, editedTextOf(post))), 'changed');
    },
    takeBack: (post) => {
      const id = living.externalId(post);
      living.takeBack(post);
      send(post, hook.takenBack(id), 'changed');
    },
  };
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
    server.given.length = 0;
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
