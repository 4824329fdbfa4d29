import { Seeded } from '../faults/seeded.js';

export const NETWORKS = ['mastodon', 'bluesky', 'x', 'facebook', 'instagram', 'youtube', 'feed'] as const;
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
}

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
};
const BURST_SECONDS = 900;
const BURST_TIMES = 10;
const TAKEN_BACK = 0.04;
const EDITED = 0.05;
/** X lets people change a post for half an hour. */
const EDITABLE_SECONDS: Partial<Record<DayNetwork, number>> = { x: 1800 };

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
      // A feed does not tell of what its site takes back.
      const isTakenBack = network !== 'feed' && random.chance(TAKEN_BACK);
      const takenBackAt = isTakenBack ? at + random.between(30, 2 * HOUR) : null;
      const isEdited = !isTakenBack && random.chance(EDITED);
      const editedAt = isEdited ? at + random.between(30, EDITABLE_SECONDS[network] ?? 2 * HOUR) : null;
      const within = (moment: number | null) => (moment !== null && moment < end ? moment : null);
      posts.push({ network, number: 0, at, takenBackAt: within(takenBackAt), editedAt: within(editedAt) });
    }
  }
  posts.sort((one, other) => one.at - other.at);
  posts.forEach((post, index) => (post.number = index + 1));
  const troubles = NETWORKS.filter((network) => network !== 'feed').map((network): Trouble => {
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
