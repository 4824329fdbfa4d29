import type { AnswerVersion, VersionContent } from '#contract/answers';

export type DraftVariant = VersionContent['variants'][number];
export type DraftPlaceholder = VersionContent['placeholders'][number];

export const EMPTY_CONTENT: VersionContent = {
  question: { fr: '', en: '' },
  wordings: { fr: [], en: [] },
  topicId: null,
  sensitivity: 'low',
  levelMin: 0,
  levelMax: 4,
  strategy: 'inform',
  departmentIds: [],
  doNotSay: '',
  proofPoints: [],
  keyMessages: [],
  placeholders: [],
  variants: [{ language: 'fr', network: null, body: '' }],
  validFrom: null,
  validUntil: null,
  reviewOn: null,
};

/** What an author writes, out of a version that exists. */
export function contentOf(version: AnswerVersion): VersionContent {
  const { question, wordings, topicId, sensitivity, levelMin, levelMax, strategy, departmentIds } = version;
  const { doNotSay, proofPoints, keyMessages, placeholders, validFrom, validUntil, reviewOn } = version;
  return {
    question,
    wordings,
    topicId,
    sensitivity,
    levelMin,
    levelMax,
    strategy,
    departmentIds,
    doNotSay,
    proofPoints,
    keyMessages,
    placeholders,
    variants: version.variants.map(({ language, network, body }) => ({ language, network, body })),
    validFrom,
    validUntil,
    reviewOn,
  };
}

/** What is sent: lists without empty lines, texts that nobody has begun left out. */
export function contentToSave(content: VersionContent): VersionContent {
  const filled = (lines: readonly string[]) => lines.map((line) => line.trim()).filter(Boolean);
  return {
    ...content,
    wordings: { fr: filled(content.wordings.fr), en: filled(content.wordings.en) },
    proofPoints: filled(content.proofPoints),
    keyMessages: content.keyMessages.filter(({ text }) => text.trim() !== ''),
    variants: content.variants.filter(({ body }) => body.trim() !== ''),
  };
}

/** A language and network that has no text yet, to begin the next one with. */
export function nextVariant(variants: readonly DraftVariant[], networks: readonly string[]): DraftVariant {
  const taken = new Set(variants.map(({ language, network }) => `${language} ${network ?? ''}`));
  for (const network of [null, ...networks]) {
    for (const language of ['fr', 'en'] as const) {
      if (!taken.has(`${language} ${network ?? ''}`)) return { language, network, body: '' };
    }
  }
  return { language: 'fr', network: null, body: '' };
}

/** A name for a new blank that no other has. */
export function nextPlaceholder(placeholders: readonly DraftPlaceholder[]): DraftPlaceholder {
  const names = new Set(placeholders.map(({ name }) => name));
  let number = placeholders.length + 1;
  while (names.has(`blank_${number}`)) number += 1;
  return {
    name: `blank_${number}`,
    type: 'first_name',
    label: { fr: 'Prénom', en: 'First name' },
    required: true,
  };
}
