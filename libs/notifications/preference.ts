import { KIND_MANNERS, type NoticeKind } from './notice-kinds.js';

export const DIGESTS = ['at_once', 'hourly', 'daily'] as const;
export type Digest = (typeof DIGESTS)[number];

/** Means that reach a person outside the console. The console itself always tells, so that nothing falls silent. */
export const MEANS = ['mail', 'push'] as const;
export type Means = (typeof MEANS)[number];

export type KindChoices = Partial<Record<NoticeKind, Partial<Record<Means, boolean>>>>;

/** What one person has chosen. Times are wall-clock times `HH:MM` in `timeZone` (IANA). */
export interface Preference {
  kinds: KindChoices;
  quiet: { from: string; until: string } | null;
  timeZone: string;
  /** Of mail: one message at once, or one an hour or a day with everything in it. */
  digest: Digest;
  dailyAt: string;
  /** Whether the console sounds from level 3 on. */
  sound: boolean;
}

export const DEFAULT_PREFERENCE: Preference = {
  kinds: {},
  quiet: null,
  timeZone: 'Europe/Paris',
  digest: 'at_once',
  dailyAt: '08:00',
  sound: true,
};

/** Whether a person wants a kind by these means. */
export function wants(preference: Preference, kind: NoticeKind, means: Means): boolean {
  return preference.kinds[kind]?.[means] ?? KIND_MANNERS[kind][means];
}
