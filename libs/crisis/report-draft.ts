import { type Locale, LOCALES } from '#platform/contract';
import type { ReportSections } from './contract.js';
import { REPORT_WORDS } from './report-words.js';
import type { ReportSection } from './report-sections.js';

type Words = { fr: string; en: string };

/** What a report is drafted from; times as instants. */
export interface ReportFacts {
  title: string;
  why: string;
  topic: string;
  level: number;
  byHand: boolean;
  levelSince: Date | null;
  trend: number;
  lead: string | null;
  nextReportAt: Date | null;
  mentions: number;
  /** Lines of the log that stand: neither corrected nor settled by a later one. Oldest first. */
  facts: readonly string[];
  unknowns: readonly string[];
  decisions: readonly { at: Date; text: string; by: string | null }[];
  done: readonly { label: Words; at: Date; by: string }[];
  open: readonly { label: Words; dueAt: Date; owner: string | null }[];
  messages: readonly { question: Words; replies: number }[];
}

/** The draft in both languages; every sentence follows from the data, and nothing is said where there are none. */
export function draftSections(facts: ReportFacts, timeZone: string): ReportSections {
  const parts = (locale: Locale): Record<ReportSection, string> => {
    const words = REPORT_WORDS[locale];
    const time = timeIn(locale, timeZone, false);
    const listed = (lines: readonly string[]) =>
      lines.length === 0 ? words.nothing : lines.map((line) => `– ${line}`).join('\n');
    const who = (name: string | null) => (name === null ? '' : `, ${words.by(name)}`);
    const level = [
      words.level(words.levels[facts.level] ?? String(facts.level), facts.byHand),
      ...(facts.levelSince === null ? [] : [words.since(time(facts.levelSince))]),
      words.trend(facts.trend),
    ].join(', ');
    return {
      situation: [facts.why, `${level}.`, words.lead(facts.lead)].filter((line) => line !== '').join('\n'),
      known: listed(facts.facts),
      unknown: listed(facts.unknowns),
      done: listed(facts.done.map(({ label, at, by }) => `${label[locale]} (${time(at)}, ${by})`)),
      under_way: listed(
        facts.open.map(
          ({ label, dueAt, owner }) => `${label[locale]} (${words.due(time(dueAt))}${who(owner)})`,
        ),
      ),
      messages: listed(
        facts.messages.map(
          ({ question, replies }) => `${question[locale] || question.fr || question.en} (${replies})`,
        ),
      ),
      decisions: listed(
        facts.decisions.map(({ at, text, by }) =>
          words.decision(time(at), by === null ? text : `${text} (${by})`),
        ),
      ),
      next: words.nextAt(facts.nextReportAt === null ? null : time(facts.nextReportAt)),
    };
  };
  const [fr, en] = LOCALES.map(parts) as [Record<ReportSection, string>, Record<ReportSection, string>];
  return Object.fromEntries(
    Object.keys(fr).map((name) => {
      const section = name as ReportSection;
      return [section, { fr: fr[section].slice(0, 8000), en: en[section].slice(0, 8000) }];
    }),
  ) as ReportSections;
}

/**
 * Date and time in a zone, with the zone's name: who reads a report may be elsewhere, and years later: the year stands on its
 * frame, and is left out of its many lines.
 */
export function timeIn(locale: Locale, timeZone: string, year = true): (at: Date | string) => string {
  const format = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    ...(year ? { year: 'numeric' } : {}),
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  });
  return (at) => format.format(new Date(at));
}
