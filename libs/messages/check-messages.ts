import { hasUnsafeCharacters } from '#rules/answers';
import type { FieldError, Locale } from '#platform/contract';
import {
  MOST_MESSAGES,
  MOST_PROOFS,
  type Message,
  type MessageContent,
  type MessageSetKind,
} from './contract-schemas.js';
import { languagesOf, MAP_MEASURE, spokenLength } from './message-map.js';

/** What must be right even in a draft, which may otherwise be incomplete. Each error names the field of the content. */
export function checkMessageDraft(kind: MessageSetKind, content: MessageContent): FieldError[] {
  return [...checkParts(kind, content), ...checkCharacters(content), ...checkKeys(content)];
}

/** What must be right before anyone is asked to approve. */
export function checkMessages(kind: MessageSetKind, content: MessageContent): FieldError[] {
  return [
    ...checkMessageDraft(kind, content),
    ...checkWhole(kind, content),
    ...checkLanguages(kind, content),
    ...checkProofs(kind, content),
    ...(kind === 'map' ? checkLength(content) : []),
  ];
}

function checkParts(kind: MessageSetKind, { umbrella, concern }: MessageContent): FieldError[] {
  if (kind === 'map' && umbrella !== null) {
    return [{ field: 'umbrella', code: 'message-part-misplaced', detail: 'a map has no umbrella message' }];
  }
  if (kind === 'house' && (concern.fr || concern.en)) {
    return [
      { field: 'concern', code: 'message-part-misplaced', detail: 'a house answers no single concern' },
    ];
  }
  return [];
}

function checkCharacters(content: MessageContent): FieldError[] {
  return textsOf(content)
    .filter(([, text]) => hasUnsafeCharacters(text))
    .map(([field]) => ({
      field,
      code: 'characters-not-allowed',
      detail: 'contains a control character or one that turns the direction of the text',
    }));
}

function checkKeys(content: MessageContent): FieldError[] {
  const seen = new Set<string>();
  return placedMessages(content).flatMap(([field, { key }]): FieldError[] => {
    const twice = seen.has(key);
    seen.add(key);
    if (!twice) return [];
    return [
      {
        field: `${field}.key`,
        code: 'message-key-duplicate',
        detail: `the message ${key} stands here twice`,
        params: { key },
      },
    ];
  });
}

function checkWhole(kind: MessageSetKind, { umbrella, concern, messages }: MessageContent): FieldError[] {
  const missing = (field: string, detail: string) => ({ field, code: 'message-missing', detail });
  if (kind === 'map') {
    return [
      ...(messages.length === MOST_MESSAGES ? [] : [missing('messages', 'a map has three messages')]),
      ...(concern.fr || concern.en ? [] : [missing('concern', 'say which concern the map answers')]),
    ];
  }
  return [
    ...(umbrella === null ? [missing('umbrella', 'a house has an umbrella message')] : []),
    ...(messages.length > 0 ? [] : [missing('messages', 'a house stands on at least one pillar')]),
  ];
}

/** Whatever language is used anywhere is used for every message; at least one is. */
function checkLanguages(kind: MessageSetKind, content: MessageContent): FieldError[] {
  const placed = placedMessages(content);
  const used = languagesOf(placed.map(([, message]) => message));
  const languages: readonly Locale[] = used.length > 0 ? used : ['fr'];
  const gaps = placed.flatMap(([field, { text }]) =>
    languages
      .filter((language) => text[language] === '')
      .map((language) => ({ field: `${field}.text`, language })),
  );
  if (kind === 'map' && (content.concern.fr || content.concern.en)) {
    for (const language of languages)
      if (content.concern[language] === '') gaps.push({ field: 'concern', language });
  }
  return gaps.map(({ field, language }) => ({
    field: `${field}.${language}`,
    code: 'message-language-missing',
    detail: 'is needed because the other messages are written in this language',
    params: { language },
  }));
}

function checkProofs(kind: MessageSetKind, content: MessageContent): FieldError[] {
  const languages = languagesOf(placedMessages(content).map(([, message]) => message));
  const needed = kind === 'map' ? MOST_PROOFS : 1;
  return content.messages.flatMap(({ proofs }, index): FieldError[] => {
    const complete = proofs.filter((proof) => languages.every((language) => proof[language] !== ''));
    if (complete.length >= needed && complete.length === proofs.length) return [];
    return [
      {
        field: `messages.${index}.proofs`,
        code: 'message-proof-missing',
        detail: `needs ${needed} proof(s), each in every language of the messages`,
        params: { needed },
      },
    ];
  });
}

function checkLength({ messages }: MessageContent): FieldError[] {
  return languagesOf(messages).flatMap((language): FieldError[] => {
    const length = spokenLength(
      messages.map(({ text }) => text[language]),
      language,
    );
    if (length.fits) return [];
    return [
      {
        field: 'messages',
        code: 'message-map-too-long',
        detail: `the three messages have ${length.words} words in ${language}, of ${MAP_MEASURE.words} allowed`,
        params: { words: length.words, most: MAP_MEASURE.words, language },
      },
    ];
  });
}

/** The umbrella and the messages, each with the path of its field. */
export function placedMessages({ umbrella, messages }: MessageContent): [string, Message][] {
  return [
    ...(umbrella === null ? [] : [['umbrella', umbrella] satisfies [string, Message]]),
    ...messages.map((message, index): [string, Message] => [`messages.${index}`, message]),
  ];
}

function textsOf(content: MessageContent): [string, string][] {
  const both = (field: string, text: Readonly<Record<Locale, string>>): [string, string][] => [
    [`${field}.fr`, text.fr],
    [`${field}.en`, text.en],
  ];
  return [
    ...both('concern', content.concern),
    ...placedMessages(content).flatMap(([field, { text, proofs }]) => [
      ...both(`${field}.text`, text),
      ...proofs.flatMap((proof, index) => both(`${field}.proofs.${index}`, proof)),
    ]),
  ];
}
