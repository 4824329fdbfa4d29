import type { SalienceClass } from '#rules/stakeholders';
import { groupCopies } from './fingerprint.js';

/** A mention as the level of a topic looks at it. */
export interface TopicMention {
  id: string;
  /** When it was published, milliseconds since 1970. */
  at: number;
  /** 0-100. */
  severity: number;
  /** Who says it, or null where the network does not tell. */
  author: string | null;
  network: string;
  voice: 'press' | 'influencer' | 'person';
  negative: boolean;
  /** 0-1, of the stakeholder who says it. */
  salience: number;
  /** For whom the author is known to speak. */
  stakeholder?: { id: string; name: string; salience: SalienceClass } | null;
  fingerprint: string | null;
}

/** Near-identical texts: they count once, as the earliest of them. */
export interface CopyGroup {
  mentionId: string;
  mentions: number;
  authors: number;
  firstAt: number;
  lastAt: number;
  /** Several authors at practically the same minute: not people who pass something on, but an orchestrated wave. */
  coordinated: boolean;
}

export interface Voices {
  /** One mention for each distinct text, the most severe first. */
  distinct: TopicMention[];
  copies: CopyGroup[];
}

const COORDINATED = { authors: 3, mentions: 4, withinMs: 3 * 60_000 };

/** Takes copies together; the earliest speaks for all, so that more copies change nothing. */
export function distinctVoices(mentions: readonly TopicMention[]): Voices {
  const ordered = [...mentions].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const groups = groupCopies(ordered);
  return {
    distinct: groups
      .flatMap(([first]) => (first ? [first] : []))
      .sort((a, b) => b.severity - a.severity || a.at - b.at),
    copies: groups
      .filter((group) => group.length > 1)
      .map(viewGroup)
      .sort((a, b) => b.mentions - a.mentions),
  };
}

function viewGroup(group: readonly TopicMention[]): CopyGroup {
  const times = group.map(({ at }) => at);
  return {
    mentionId: group[0]?.id ?? '',
    mentions: group.length,
    authors: authorsOf(group),
    firstAt: times[0] ?? 0,
    lastAt: times.at(-1) ?? 0,
    coordinated: isCoordinated(group),
  };
}

/** Whether any three minutes hold four copies by three authors. */
function isCoordinated(group: readonly TopicMention[]): boolean {
  return group.some((first, place) => {
    const near = group.slice(place).filter(({ at }) => at - first.at <= COORDINATED.withinMs);
    return near.length >= COORDINATED.mentions && authorsOf(near) >= COORDINATED.authors;
  });
}

function authorsOf(mentions: readonly TopicMention[]): number {
  return new Set(mentions.map((mention) => authorKey(mention))).size;
}

/** One person on one network; a mention without an author is nobody else's. */
export function authorKey({ id, network, author }: TopicMention): string {
  return author === null ? `#${id}` : `${network} ${author.toLowerCase()}`;
}
