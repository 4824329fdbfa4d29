import type { VersionContent } from '#contract/answers';
import { versionContentSchema } from '#contract/answers';
import type { Locale } from '#platform/contract';

const QUESTION_LENGTH = 300;
const MOST_WORDINGS = 20;

export interface DraftBasis {
  question: string;
  /** Language that the asker works in. */
  language: Locale;
  departmentIds: readonly string[];
  mentions: readonly { text: string; language: string; topicIds: readonly string[] }[];
}

/**
 * What a draft begins with: the question as it was asked, the mentions as other wordings of it, the departments, and the
 * topic where all mentions share one. The texts to publish are left to the author.
 */
export function draftContent(basis: DraftBasis): VersionContent {
  const question = oneLine(basis.question);
  const wordings = (language: Locale) =>
    unique(
      basis.mentions.filter((mention) => mention.language === language).map(({ text }) => wording(text)),
    );
  return versionContentSchema.parse({
    question: { fr: '', en: '', [basis.language]: question },
    wordings: { fr: wordings('fr'), en: wordings('en') },
    topicId: sharedTopic(basis.mentions),
    departmentIds: [...basis.departmentIds],
    variants: [],
  });
}

function wording(text: string): string {
  return oneLine(text.replace(/https?:\/\/\S+/giu, ' ').replace(/(^|\s)[@＠][\p{L}\p{N}_.@-]+/gu, ' '));
}

/** One line without characters that nobody sees, cut at the end of a word. */
function oneLine(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\ufffe\uffff\s]+/gu, ' ').trim();
  if (plain.length <= QUESTION_LENGTH) return plain;
  const cut = plain.slice(0, QUESTION_LENGTH - 1).replace(/[\ud800-\udbff]$/u, '');
  return `${cut.replace(/\s+\S*$/u, '') || cut}…`;
}

function unique(texts: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const text of texts)
    if (text !== '' && !seen.has(text.toLowerCase())) seen.set(text.toLowerCase(), text);
  return [...seen.values()].slice(0, MOST_WORDINGS);
}

function sharedTopic(mentions: DraftBasis['mentions']): string | null {
  const [first, ...others] = mentions;
  return first?.topicIds.find((id) => others.every(({ topicIds }) => topicIds.includes(id))) ?? null;
}
