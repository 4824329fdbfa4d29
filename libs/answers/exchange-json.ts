import { z } from 'zod';
import type { AnswerKind } from './contract.js';
import { LibraryFileUnreadable, type Proposal, type ProposedContent } from './exchange-proposal.js';
import type { ExchangedAnswer } from './exchange-record.js';

export const EXCHANGE_FORMAT = 'passerelle-library';
export const EXCHANGE_VERSION = 1;

/** The library as JSON, indented so that two exports can be compared line by line. */
export function writeJson(answers: readonly ExchangedAnswer[], at: Date): string {
  const file = { format: EXCHANGE_FORMAT, version: EXCHANGE_VERSION, exportedAt: at.toISOString(), answers };
  return `${JSON.stringify(file, null, 1)}\n`;
}

const CONTENT_FIELDS = [
  ...['question', 'wordings', 'topic', 'sensitivity', 'levelMin', 'levelMax', 'strategy', 'departments'],
  ...[
    'doNotSay',
    'proofPoints',
    'keyMessages',
    'placeholders',
    'variants',
    'validFrom',
    'validUntil',
    'reviewOn',
  ],
] as const;

const fileSchema = z.object({
  format: z.literal(EXCHANGE_FORMAT),
  version: z.literal(EXCHANGE_VERSION),
  answers: z.array(z.unknown()),
});

/** What a JSON file proposes: a file as `writeJson` makes it, or only the list of its answers. */
export function readJsonLibrary(text: string): Proposal[] {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new LibraryFileUnreadable(Number(/line (\d+)/.exec(reason)?.[1] ?? 1), reason);
  }
  const answers = Array.isArray(file) ? file : answersOf(file);
  const lines = linesOfAnswers(text);
  return answers.map((answer: unknown, place) => proposalOf(answer, place, lines[place] ?? 1));
}

function answersOf(file: unknown): unknown[] {
  const read = fileSchema.safeParse(file);
  if (read.success) return read.data.answers;
  const issue = read.error.issues[0];
  throw new LibraryFileUnreadable(1, `${issue?.path.join('.') || 'the file'}: ${issue?.message}`);
}

function proposalOf(answer: unknown, place: number, line: number): Proposal {
  const given = isRecord(answer) ? answer : {};
  const versions = Array.isArray(given['versions']) ? given['versions'].filter(isRecord) : [];
  const newest = versions.reduce<Record<string, unknown> | null>(
    (best, version) =>
      best !== null && Number(best['number']) >= Number(version['number']) ? best : version,
    null,
  );
  const source = newest ?? given;
  const content = Object.fromEntries(
    CONTENT_FIELDS.flatMap((field) => (source[field] === undefined ? [] : [[field, source[field]]])),
  ) as ProposedContent;
  const text = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);
  return {
    line,
    key: text(given['key']),
    kind: text(given['kind']) as AnswerKind | null,
    content,
    variantLines: [],
    format: 'json',
    errors: isRecord(answer)
      ? []
      : [{ line, field: `answers.${place}`, code: 'invalid-input', detail: 'is not an answer' }],
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The line on which each answer of the list begins, from 1. The text is known to be JSON. */
function linesOfAnswers(text: string): number[] {
  const lines: number[] = [];
  const listDepth = /^\s*\ufeff?\s*\[/.test(text) ? 1 : 2;
  let [depth, line, key, inString, from] = [0, 1, '', false, 0];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '\n') line += 1;
    if (inString) {
      if (sign === '\\') at += 1;
      else if (sign === '"') {
        inString = false;
        if (depth === 1 && listDepth === 2 && /^\s*:/.test(text.slice(at + 1, at + 50))) {
          key = text.slice(from, at);
        }
      }
    } else if (sign === '"') [inString, from] = [true, at + 1];
    else if (sign === '{' || sign === '[') {
      if (depth === listDepth && (listDepth === 1 || key === 'answers')) lines.push(line);
      depth += 1;
    } else if (sign === '}' || sign === ']') depth -= 1;
  }
  return lines;
}
