import type { z } from 'zod';
import type { WorkshopContent, WorkshopDetail, workshopBriefSchema } from '#contract/workshops';
import type { Locale } from '#platform/contract';

export type WorkshopBrief = z.infer<typeof workshopBriefSchema>;

/** Characters of a title. */
export const LONGEST_TITLE = 120;

export function emptyBrief(language: Locale): WorkshopBrief {
  return {
    title: '',
    sponsor: '',
    stake: '',
    strategy: '',
    objective: 'explore',
    people: 12,
    minutes: 90,
    place: 'on_site',
    trust: 'medium',
    language,
    anonymousAllowed: true,
    plannedAt: null,
    topicId: null,
  };
}

/** What a workshop is for, without what was planned or run. */
export function briefOf(workshop: WorkshopBrief): WorkshopBrief {
  const { title, sponsor, stake, strategy, objective, people, minutes, place, trust } = workshop;
  const { language, anonymousAllowed, plannedAt, topicId } = workshop;
  return {
    ...{ title, sponsor, stake, strategy, objective, people, minutes, place, trust },
    ...{ language, anonymousAllowed, plannedAt, topicId },
  };
}

/** Brief, plan and rooms, as they are saved. */
export function contentOf(workshop: WorkshopDetail): WorkshopContent {
  const { methodKey, plan, rooms } = workshop;
  return { ...briefOf(workshop), methodKey, plan, rooms };
}

/** A number that somebody typed, kept within its bounds; `least` while it is none. */
export function numberWithin(typed: string, least: number, most: number): number {
  const value = Math.round(Number(typed));
  return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : least;
}
