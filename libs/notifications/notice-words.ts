import type { Locale } from '#platform/contract';
import type { NoticeKind } from './notice-kinds.js';
import { NOTICES_EN } from './notice-words-en.js';
import { NOTICES_FR } from './notice-words-fr.js';

/** Kinds that have words: those of notices, and the trial of a channel. */
export type MessageKind = NoticeKind | 'channel.trial';

export type NoticeParams = Readonly<Record<string, string | number>>;

/** What is said of a notice: a line, and what it is about. Plain text; whoever shows it escapes it for its place. */
export interface NoticeText {
  title: string;
  detail: string;
}

interface Words {
  one: string;
  /** For several gathered in one; `{count}` is how many. */
  many: string;
  /** Parts in brackets are left out when one of their values is missing. */
  detail: string;
}

/** Words for every kind, in one language. */
export type WordsOfNotices = Readonly<Record<MessageKind, Words>>;

const NOTICES: Readonly<Record<Locale, WordsOfNotices>> = { en: NOTICES_EN, fr: NOTICES_FR };

/**
 * The words of a kind for a count of gathered notices. A value that a text names and `params` lacks leaves out the part
 * in brackets around it.
 */
export function noticeText(
  kind: MessageKind,
  params: NoticeParams,
  count: number,
  locale: Locale,
): NoticeText {
  const words = NOTICES[locale][kind];
  const values = { ...inLanguage(params, locale), count: new Intl.NumberFormat(locale).format(count) };
  return {
    title: fill(count > 1 ? words.many : words.one, values),
    detail: fill(words.detail, values).trim(),
  };
}

/** A caller may give a value in each language: `question_fr` is what French words take for `question`. */
function inLanguage(params: NoticeParams, locale: Locale): NoticeParams {
  const ending = `_${locale}`;
  const own = Object.entries(params)
    .filter(([name]) => name.endsWith(ending))
    .map(([name, value]) => [name.slice(0, -ending.length), value]);
  return { ...params, ...Object.fromEntries(own) };
}

function fill(template: string, values: NoticeParams): string {
  // First which parts stay, then the values: what a value holds is never read as a template.
  return template
    .replaceAll(/\[([^[\]]*)\]/g, (_, part: string) =>
      [...part.matchAll(VALUE)].every(([, name]) => present(values, name ?? '')) ? part : '',
    )
    .replace(/^[\s–:,]+/, '')
    .replaceAll(VALUE, (_, name: string) => clip(String(values[name])));
}

const VALUE = /\{(\w+)\}/g;
const LONGEST = 200;

function clip(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`;
}

function present(values: NoticeParams, name: string): boolean {
  return Object.hasOwn(values, name) && values[name] !== '';
}
