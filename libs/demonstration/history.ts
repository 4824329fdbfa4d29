import type { Locale } from '#platform/contract';
import { FIRST_NAMES_EN, FIRST_NAMES_FR, HANDLE_ENDINGS, LAST_INITIALS } from './history/people.js';
import { fillTemplate } from './history/slots.js';
import { TEMPLATES_EN } from './history/templates-en.js';
import { TEMPLATES_FR } from './history/templates-fr.js';
import { mulberry32, type Random } from './mulberry32.js';

export interface HistoryPost {
  /** Unique within one history; the same for the same seed. */
  externalId: string;
  publishedAt: Date;
  authorHandle: string;
  authorName: string;
  followers: number;
  language: Locale;
  text: string;
  hasMedia: boolean;
}

export const HISTORY_POSTS = 400;
export const HISTORY_DAYS = 7;
export const HISTORY_TEMPLATES: readonly { language: Locale; template: string }[] = [
  ...TEMPLATES_FR.map((template) => ({ language: 'fr' as const, template })),
  ...TEMPLATES_EN.map((template) => ({ language: 'en' as const, template })),
];

const DAY_MS = 24 * 3600 * 1000;
/** How likely a post is in each hour of the day (UTC), 0-1: commuters write most. */
const RHYTHM = [
  0.1, 0.06, 0.04, 0.04, 0.1, 0.35, 0.85, 1, 0.8, 0.5, 0.45, 0.55, 0.6, 0.45, 0.45, 0.6, 0.9, 1, 0.75, 0.6,
  0.5, 0.4, 0.3, 0.2,
];

/**
 * The posts of the seven days before `now`, oldest first, with the rhythm of days and a quieter week-end. Depends on
 * nothing but its arguments. No text comes twice.
 */
export function demoHistory(now: Date, seed: number): HistoryPost[] {
  const random = mulberry32(seed);
  const templates = drawInTurn(HISTORY_TEMPLATES, random);
  const taken = new Set<string>();
  const posts: Omit<HistoryPost, 'externalId'>[] = [];
  // Templates without slots give one text only; enough others make up the number.
  for (let attempt = 0; posts.length < HISTORY_POSTS && attempt < HISTORY_POSTS * 20; attempt++) {
    const { language, template } = templates();
    const text = fillTemplate(template, language, (values) => oneOf(values, random));
    if (taken.has(text)) continue;
    taken.add(text);
    posts.push({
      ...author(language, random),
      language,
      text,
      publishedAt: moment(now, random),
      hasMedia: random() < 0.09,
    });
  }
  return posts
    .sort((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime())
    .map((post, index) => ({ externalId: `history-${seed}-${index + 1}`, ...post }));
}

function moment(now: Date, random: Random): Date {
  for (;;) {
    const at = new Date(now.getTime() - Math.floor(random() * HISTORY_DAYS * DAY_MS));
    const quiet = at.getUTCDay() === 0 || at.getUTCDay() === 6 ? 0.6 : 1;
    if (random() < (RHYTHM[at.getUTCHours()] ?? 0) * quiet) return at;
  }
}

function author(
  language: Locale,
  random: Random,
): Pick<HistoryPost, 'authorHandle' | 'authorName' | 'followers'> {
  const first = oneOf(language === 'fr' ? FIRST_NAMES_FR : FIRST_NAMES_EN, random);
  const initial = oneOf([...LAST_INITIALS], random);
  const bare = first
    .normalize('NFD')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase();
  return {
    authorHandle: `${bare}_${initial.toLowerCase()}${oneOf(HANDLE_ENDINGS, random)}`,
    authorName: random() < 0.6 ? `${first} ${initial}.` : first,
    // Most have a few hundred followers, a few have thousands.
    followers: Math.floor(10 ** (1 + random() * 2 + (random() < 0.05 ? 1.5 : 0))),
  };
}

/** Goes through the whole list in a shuffled order, then again in another, so that every entry has its turn. */
function drawInTurn<T>(list: readonly T[], random: Random): () => T {
  let left: T[] = [];
  return () => {
    if (left.length === 0) left = shuffled(list, random);
    const next = left.pop();
    if (next === undefined) throw new Error('nothing to draw from');
    return next;
  };
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((entry) => ({ entry, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ entry }) => entry);
}

function oneOf<T>(values: readonly T[], random: Random): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('nothing to choose from');
  return value;
}
