import type { Locale } from '#platform/contract';
import { french } from '#platform/typography';
import type { ActionKind } from './notice-kinds.js';
import { type MessageKind, type NoticeParams, noticeText } from './notice-words.js';

/** One thing that a message tells of. */
export interface MessageItem {
  kind: MessageKind;
  level: number;
  count: number;
  params: NoticeParams;
  /** Path in the console. */
  link: string;
  action: { kind: ActionKind; subjectId: string } | null;
  lastAt: Date;
}

/** What is to be said, before it is put into the form of mail, chat or push. */
export interface Message {
  /** The same at every attempt, different for every other message. */
  key: string;
  deliveryId: string;
  locale: Locale;
  items: readonly MessageItem[];
}

/** How an item is read: plain text and full addresses, to be escaped by the form. */
export interface Paragraph {
  title: string;
  detail: string;
  url: string;
  /** Signed link to the confirmation page of the action. */
  action: { label: string; url: string } | null;
}

/** Makes full addresses; signs the links of actions. */
export interface Links {
  page(path: string): string;
  action(action: { kind: ActionKind; subjectId: string }): string;
}

const WORDS = {
  en: {
    level: (level: number) => `Level ${level}`,
    several: (count: number) => `${count} notifications`,
    open: 'Open in Passerelle',
    preferences: 'Choose what you are told, and how',
    preferencesAt: (url: string) => `Choose what you are told, and how: ${url}`,
    actions: { 'answer.decide': 'Approve or refuse', 'escalation.acknowledge': 'I take it' },
    rights: 'The link opens a page after sign-in; it acts only with the rights of whoever opens it.',
  },
  fr: {
    level: (level: number) => `Niveau ${level}`,
    several: (count: number) => `${count} notifications`,
    open: 'Ouvrir dans Passerelle',
    preferences: 'Choisir ce dont on est averti, et comment',
    preferencesAt: (url: string) => french`Choisir ce dont on est averti, et comment : ${url}`,
    actions: { 'answer.decide': 'Valider ou refuser', 'escalation.acknowledge': 'Je prends en charge' },
    rights: french`Le lien ouvre une page après connexion ; il n’agit qu’avec les droits de la personne qui l’ouvre.`,
  },
} as const;

export function messageWords(locale: Locale) {
  return WORDS[locale];
}

/** What fits into a subject or a heading. */
export function messageTitle({ items, locale }: Message): string {
  const [first] = items;
  if (!first) return 'Passerelle';
  const title =
    items.length === 1
      ? noticeText(first.kind, first.params, first.count, locale).title
      : WORDS[locale].several(items.length);
  const level = Math.max(...items.map((item) => item.level));
  return level >= 3 ? `[${WORDS[locale].level(level)}] ${title}` : title;
}

/** The items as paragraphs, the loudest and newest first. */
export function paragraphs({ items, locale }: Message, links: Links): Paragraph[] {
  return [...items]
    .sort((a, b) => b.level - a.level || b.lastAt.getTime() - a.lastAt.getTime())
    .map(({ kind, params, count, link, action }) => ({
      ...noticeText(kind, params, count, locale),
      url: links.page(link),
      action: action ? { label: WORDS[locale].actions[action.kind], url: links.action(action) } : null,
    }));
}
