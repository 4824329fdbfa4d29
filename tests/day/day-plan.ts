import { Seeded } from '../faults/seeded.js';

export const NETWORKS = [
  'mastodon',
  'bluesky',
  'x',
  'facebook',
  'instagram',
  'youtube',
  'feed',
  'webhook',
  'training',
] as const;
export type DayNetwork = (typeof NETWORKS)[number];

export interface DayPost {
  network: DayNetwork;
  /** Unique in the whole day. */
  number: number;
  /** Seconds of the day. */
  at: number;
  /** When its author takes it back; null for most. */
  takenBackAt: number | null;
  /** When its author changes it; null for most. */
  editedAt: number | null;
  /** What becomes of its network's deliveries that tell of it, and that tell of its change; null where none are made. */
  told: { said: Fate; changed: Fate; forged: boolean } | null;
}

/** A delivery comes once or twice, or later than what came after it, or never. */
export type Fate = 'once' | 'twice' | 'late' | 'lost';

export interface Trouble {
  network: DayNetwork;
  /** Nothing gets through; every request is answered 500; a pause is asked for, until its end. */
  kind: 'away' | 'broken' | 'pause';
  from: number;
  to: number;
}

export interface Day {
  posts: DayPost[];
  troubles: Trouble[];
}

const HOUR = 3600;
/** Posts an hour at the height of the day; sites write less than people. */
const HEIGHT: Record<DayNetwork, number> = {
  mastodon: 25,
  bluesky: 25,
  x: 40,
  facebook: 12,
  instagram: 12,
  youtube: 12,
  feed: 6,
  webhook: 12,
  training: 12,
};
/** Networks that tell of what is said by themselves. */
const TELLING: readonly DayNetwork[] = ['x', 'facebook', 'instagram', 'webhook'];
const FATES: readonly Fate[] = ['once', 'once', 'once', 'twice', 'twice', 'late', 'late', 'lost'];
/** Somebody else delivers something like it, with a signature of their own. */
const FORGED = 0.3;
/** Nothing there tells of what was taken back; on the training network nobody changes a post either. */
const STANDS: readonly DayNetwork[] = ['feed', 'training'];
const FINAL: readonly DayNetwork[] = ['training'];
/** Nothing is asked of another system and of the training network; a site is just there. */
const UNTROUBLED: readonly DayNetwork[] = ['feed', 'webhook', 'training'];
const BURST_SECONDS = 900;
const BURST_TIMES = 10;
const TAKEN_BACK = 0.04;
const EDITED = 0.1;
/** Posts are mostly changed soon, if at all; X lets people do so for half an hour. */
const EDITED_WITHIN_SECONDS = 1200;

/** A day of all networks, which follows from the seed alone: quiet at night, with bursts, and with networks that fail. */
export function planDay(seed: number, { from, hours }: { from: number; hours: number }): Day {
  const random = new Seeded(seed);
  const start = from * HOUR;
  const end = start + hours * HOUR;
  const bursts = NETWORKS.flatMap((network) =>
    random.some(2, () => ({ network, from: random.between(start, Math.max(start, end - BURST_SECONDS)) })),
  );
  const posts: DayPost[] = [];
  for (const network of NETWORKS) {
    for (let at = start; at < end; at += 1) {
      const isBurst = bursts.some(
        (one) => one.network === network && at >= one.from && at < one.from + BURST_SECONDS,
      );
      const rate = (HEIGHT[network] / HOUR) * rhythm(at) * (isBurst ? BURST_TIMES : 1);
      if (!random.chance(rate)) continue;
      const isTakenBack = !STANDS.includes(network) && random.chance(TAKEN_BACK);
      const takenBackAt = isTakenBack ? at + random.between(30, 2 * HOUR) : null;
      const isEdited = !isTakenBack && !FINAL.includes(network) && random.chance(EDITED);
      const editedAt = isEdited ? at + random.between(30, EDITED_WITHIN_SECONDS) : null;
      const within = (moment: number | null) => (moment !== null && moment < end ? moment : null);
      const told = TELLING.includes(network)
        ? { said: random.pick(FATES), changed: random.pick(FATES), forged: random.chance(FORGED) }
        : null;
      const changes = { takenBackAt: within(takenBackAt), editedAt: within(editedAt) };
      posts.push({ network, number: 0, at, ...changes, told });
    }
  }
  posts.sort((one, other) => one.at - other.at);
  posts.forEach((post, index) => (post.number = index + 1));
  const troubles = NETWORKS.filter((network) => !UNTROUBLED.includes(network)).map((network): Trouble => {
    const begins = random.between(start, start + Math.floor((end - start) * 0.7));
    const lasts = random.between(120, Math.max(120, Math.min(HOUR, (end - start) / 5)));
    return {
      network,
      kind: random.pick(['away', 'broken', 'pause'] as const),
      from: begins,
      to: begins + lasts,
    };
  });
  return { posts, troubles };
}

/** From a tenth, at four in the morning, to all of it, at four in the afternoon. */
function rhythm(second: number): number {
  return 0.55 - 0.45 * Math.cos(((second / HOUR - 4) / 24) * 2 * Math.PI);
}
