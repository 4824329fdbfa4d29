import type { AnswerVersion } from '#contract/answers';

/** Part of a version as text, to be compared with the same part of another version. */
export interface VersionText {
  /** Names the same part in every version. */
  id: string;
  part:
    | 'question'
    | 'wordings'
    | 'text'
    | 'placeholders'
    | 'doNotSay'
    | 'keyMessages'
    | 'proofPoints'
    | 'use'
    | 'departments'
    | 'validity';
  language: 'fr' | 'en' | null;
  /** Only of texts: null stands for every network. */
  network?: string | null;
  text: string;
}

/** Words for what a version holds as codes. */
export interface VersionWords {
  department: (id: string) => string;
  topic: (id: string) => string;
  strategy: (version: AnswerVersion) => string;
  sensitivity: (version: AnswerVersion) => string;
  levels: (version: AnswerVersion) => string;
  validity: (version: AnswerVersion) => string;
  placeholderType: (type: AnswerVersion['placeholders'][number]['type']) => string;
}

/** Everything that an approval covers, part by part, in a fixed order; empty parts are left out. */
export function versionTexts(version: AnswerVersion, words: VersionWords): VersionText[] {
  const { question, wordings, variants } = version;
  const placeholders = version.placeholders.map((one) =>
    [
      `{{${one.name}}}`,
      words.placeholderType(one.type),
      `${one.label.fr} / ${one.label.en}`,
      one.required ? '!' : '',
      (one.allowedDomains ?? []).join(', '),
      one.default ?? '',
    ]
      .filter(Boolean)
      .join(' · '),
  );
  const texts: VersionText[] = [
    ...(['fr', 'en'] as const).map((language): VersionText => ({
      id: `question.${language}`,
      part: 'question',
      language,
      text: question[language],
    })),
    ...[...variants].sort(byPlace).map(({ language, network, body }): VersionText => ({
      id: `text.${language}.${network ?? ''}`,
      part: 'text',
      language,
      network,
      text: body,
    })),
    { id: 'placeholders', part: 'placeholders', language: null, text: placeholders.join('\n') },
    ...(['fr', 'en'] as const).map((language): VersionText => ({
      id: `wordings.${language}`,
      part: 'wordings',
      language,
      text: wordings[language].join('\n'),
    })),
    { id: 'doNotSay', part: 'doNotSay', language: null, text: version.doNotSay },
    {
      id: 'keyMessages',
      part: 'keyMessages',
      language: null,
      text: version.keyMessages.map(({ id, text }) => `${text} (${id})`).join('\n'),
    },
    { id: 'proofPoints', part: 'proofPoints', language: null, text: version.proofPoints.join('\n') },
    {
      id: 'use',
      part: 'use',
      language: null,
      text: [
        words.levels(version),
        words.strategy(version),
        words.sensitivity(version),
        version.topicId === null ? '' : words.topic(version.topicId),
      ]
        .filter(Boolean)
        .join('\n'),
    },
    {
      id: 'departments',
      part: 'departments',
      language: null,
      text: version.departmentIds.map(words.department).join('\n'),
    },
    { id: 'validity', part: 'validity', language: null, text: words.validity(version) },
  ];
  return texts.filter(({ text }) => text !== '');
}

function byPlace(
  a: { language: string; network: string | null },
  b: { language: string; network: string | null },
): number {
  return `${a.language} ${a.network ?? ''}` < `${b.language} ${b.network ?? ''}` ? -1 : 1;
}

/** The same part of two versions side by side; a part that only one of them has is compared with nothing. */
export function pairTexts(
  before: readonly VersionText[],
  after: readonly VersionText[],
): { text: VersionText; before: string; after: string }[] {
  const old = new Map(before.map((text) => [text.id, text]));
  const kept = after.map((text) => ({ text, before: old.get(text.id)?.text ?? '', after: text.text }));
  const names = new Set(after.map(({ id }) => id));
  const gone = before
    .filter(({ id }) => !names.has(id))
    .map((text) => ({ text, before: text.text, after: '' }));
  return [...kept, ...gone];
}
