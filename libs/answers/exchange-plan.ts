import type { FieldError } from '#platform/contract';
import {
  ANSWER_KINDS,
  type AnswerKind,
  type VersionContent,
  versionContentSchema,
} from './contract-schemas.js';
import { checkContent, checkDraft } from './check-content.js';
import { canonicalJson } from './content-hash.js';
import type { ARRIVE_AS, FileError, PlanEntry } from './contract-exchange.js';
import { fileField, lineOf } from './exchange-field.js';
import { joinLines } from './exchange-list.js';
import type { Proposal } from './exchange-proposal.js';
import { exchangedContent, type References } from './exchange-record.js';
import { tidyContent } from './tidy-content.js';

/** An answer of the library as a plan needs it: its newest version. */
export interface PlannedAgainst {
  id: string;
  key: string;
  kind: AnswerKind;
  newest: { id: string; number: number; state: string; revision: number; content: VersionContent };
}

/** What carrying out an entry of the plan takes. */
export interface PlannedChange {
  answer: PlannedAgainst | null;
  key: string | null;
  kind: AnswerKind;
  content: VersionContent;
  arrivesAs: (typeof ARRIVE_AS)[number];
}

export interface Plan {
  entries: PlanEntry[];
  /** For the entries that are new or changed, by their place. */
  changes: Map<number, PlannedChange>;
}

interface Comparison {
  entry: PlanEntry;
  change: PlannedChange | null;
}

/**
 * What a file would change in the library, entry by entry in the order of the file. Pure: the same file against the
 * same library always gives the same plan, which is how applying it knows that nothing has changed since.
 */
export function planImport(
  proposals: readonly Proposal[],
  library: readonly PlannedAgainst[],
  references: References,
  arriveAs: (typeof ARRIVE_AS)[number],
): Plan {
  const byKey = new Map(library.map((answer) => [answer.key, answer]));
  const byQuestion = new Map<string, PlannedAgainst[]>();
  for (const answer of library) {
    const name = questionName(answer.kind, answer.newest.content.question);
    byQuestion.set(name, [...(byQuestion.get(name) ?? []), answer]);
  }
  const taken = new Map<string, number>();
  const plan: Plan = { entries: [], changes: new Map() };
  proposals.forEach((proposal, place) => {
    const found = find(proposal, byKey, byQuestion);
    const errors = [...proposal.errors, ...found.errors];
    const name = found.answer?.id ?? proposal.key?.toLowerCase() ?? `line ${proposal.line}`;
    const other = taken.get(name);
    if (other !== undefined) {
      const detail = `the answer of line ${other} again`;
      errors.push({
        line: proposal.line,
        field: keyField(proposal),
        code: 'answer-twice',
        detail,
        params: { other },
      });
    }
    taken.set(name, taken.get(name) ?? proposal.line);
    const { entry, change } = compare(proposal, found.answer, errors, references, arriveAs);
    plan.entries.push(entry);
    if (change) plan.changes.set(place, change);
  });
  return plan;
}

const KEY = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const keyField = ({ format }: Proposal) => (format === 'csv' ? 'answer_key' : 'key');

/** By its key; without one, by its kind and question, so that a file typed by hand can be brought in twice. */
function find(
  proposal: Proposal,
  byKey: ReadonlyMap<string, PlannedAgainst>,
  byQuestion: ReadonlyMap<string, PlannedAgainst[]>,
): { answer: PlannedAgainst | null; errors: FileError[] } {
  const { key, line } = proposal;
  if (key !== null) {
    if (KEY.test(key)) return { answer: byKey.get(key.toLowerCase()) ?? null, errors: [] };
    const detail = 'is not a key as an export writes it (a UUID); leave it empty for a new answer';
    return { answer: null, errors: [{ line, field: keyField(proposal), code: 'key-invalid', detail }] };
  }
  const { fr, en } = proposal.content.question ?? {};
  const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
  const same = byQuestion.get(questionName(proposal.kind ?? 'answer', { fr: text(fr), en: text(en) })) ?? [];
  if (same.length < 2) return { answer: same[0] ?? null, errors: [] };
  const detail = `${same.length} answers have this question; say by its key which one is meant`;
  return { answer: null, errors: [{ line, field: keyField(proposal), code: 'answer-ambiguous', detail }] };
}

function questionName(kind: string, { fr, en }: { fr: string; en: string }): string {
  return JSON.stringify([kind, fr, en]);
}

function compare(
  proposal: Proposal,
  answer: PlannedAgainst | null,
  found: readonly FileError[],
  references: References,
  arriveAs: (typeof ARRIVE_AS)[number],
): Comparison {
  const inFile = (error: FieldError): FileError => ({
    ...error,
    line: lineOf(proposal, error.field),
    field: fileField(proposal, error.field),
  });
  const kind = ANSWER_KINDS.find((one) => one === (proposal.kind ?? answer?.kind ?? 'answer')) ?? null;
  const errors = [...found, ...kindErrors(kind, answer).map(inFile)];
  const merged = merge(proposal, answer, references);
  errors.push(...merged.errors.map(inFile));
  const read = versionContentSchema.safeParse(merged.content);
  if (!read.success) {
    errors.push(
      ...read.error.issues
        .map(({ path, message }) => ({ field: path.join('.'), code: 'invalid-input', detail: message }))
        .filter(({ field }) => !(field.startsWith('departmentIds') && merged.errors.length > 0))
        .map(inFile),
    );
  }
  const content = read.success ? tidyContent(read.data) : null;
  if (content) errors.push(...checkDraft(content).map(inFile));
  const changes = content ? differences(answer?.newest.content ?? null, content, references) : [];
  if (answer?.newest.state === 'in_review' && changes.length > 0 && errors.length === 0) {
    const detail = `version ${answer.newest.number} is in review; withdraw it, or wait for the decision`;
    errors.push({ line: proposal.line, field: keyField(proposal), code: 'version-in-review', detail });
  }
  const question = content?.question ?? answer?.newest.content.question ?? { fr: '', en: '' };
  const base = answer && {
    versionNumber: answer.newest.number,
    state: answer.newest.state,
    revision: answer.newest.revision,
  };
  const entry = { line: proposal.line, answerId: answer?.id ?? null, kind, question, base };
  if (errors.length > 0 || !content || !kind) {
    return {
      entry: { ...entry, outcome: 'refused', changes: [], arrivesAs: null, openPoints: [], errors },
      change: null,
    };
  }
  if (changes.length === 0) {
    return {
      entry: { ...entry, outcome: 'unchanged', changes: [], arrivesAs: null, openPoints: [], errors: [] },
      change: null,
    };
  }
  const openPoints = checkContent(content).map(inFile);
  const arrivesAs = openPoints.length > 0 ? 'draft' : arriveAs;
  return {
    entry: { ...entry, outcome: answer ? 'changed' : 'new', changes, arrivesAs, openPoints, errors: [] },
    change: { answer, key: proposal.key?.toLowerCase() ?? null, kind, content, arrivesAs },
  };
}

function kindErrors(kind: AnswerKind | null, answer: PlannedAgainst | null): FieldError[] {
  if (kind === null) {
    return [{ field: 'kind', code: 'kind-unknown', detail: `is none of ${ANSWER_KINDS.join(', ')}` }];
  }
  if (answer && kind !== answer.kind) {
    return [{ field: 'kind', code: 'kind-fixed', detail: `this answer is of the kind ${answer.kind}` }];
  }
  return [];
}

/** The content of the library with what the file says put over it, names turned into ids. */
function merge(
  { content: given }: Proposal,
  answer: PlannedAgainst | null,
  references: References,
): { content: unknown; errors: FieldError[] } {
  const { topic, departments, question, wordings, ...rest } = given;
  const base = answer?.newest.content;
  const errors: FieldError[] = [];
  const content: Record<string, unknown> = {
    ...(base ?? { departmentIds: [], variants: [] }),
    ...rest,
    question: { ...(base?.question ?? { fr: '', en: '' }), ...question },
    wordings: { ...(base?.wordings ?? { fr: [], en: [] }), ...wordings },
  };
  if (topic !== undefined) {
    content['topicId'] = topic === null ? null : references.topicIds.get(String(topic).toLowerCase());
    if (content['topicId'] === undefined) {
      content['topicId'] = null;
      errors.push({ field: 'topic', code: 'unknown-topic', detail: `there is no topic “${String(topic)}”` });
    }
  }
  if (departments !== undefined) {
    const keys = Array.isArray(departments) ? departments.map(String) : [String(departments)];
    const unknown = keys.filter((key) => !references.departmentIds.has(key));
    for (const key of unknown) {
      const detail = `there is no department “${key}”`;
      errors.push({ field: 'departments', code: 'unknown-department', detail, params: { department: key } });
    }
    content['departmentIds'] = keys.flatMap((key) => references.departmentIds.get(key) ?? []);
  }
  return { content, errors };
}

/** Every field that differs, before and after, as text that people read. */
function differences(
  before: VersionContent | null,
  after: VersionContent,
  references: References,
): PlanEntry['changes'] {
  const old = before ? textsOf(before, references) : null;
  const fresh = textsOf(after, references);
  const fields = new Set([...Object.keys(fresh), ...Object.keys(old ?? {})]);
  return [...fields].flatMap((field) => {
    const [was, becomes] = [old?.[field] ?? '', fresh[field] ?? ''];
    return was === becomes ? [] : [{ field, before: old === null ? null : was, after: becomes }];
  });
}

/** Every field of a content as one text each; two contents are the same when all their texts are. */
export function textsOf(content: VersionContent, references: References): Record<string, string> {
  const exchanged = exchangedContent(content, references);
  return {
    'question.fr': exchanged.question.fr,
    'question.en': exchanged.question.en,
    'wordings.fr': joinLines(exchanged.wordings.fr),
    'wordings.en': joinLines(exchanged.wordings.en),
    ...Object.fromEntries(
      exchanged.variants.map(({ language, network, body }) => [`text.${language}.${network ?? '*'}`, body]),
    ),
    placeholders: joinLines(exchanged.placeholders.map(canonicalJson)),
    keyMessages: joinLines(exchanged.keyMessages.map(({ id, text }) => `${id}: ${text}`)),
    proofPoints: joinLines(exchanged.proofPoints),
    doNotSay: exchanged.doNotSay,
    topic: exchanged.topic ?? '',
    sensitivity: exchanged.sensitivity,
    levels: `${exchanged.levelMin}–${exchanged.levelMax}`,
    strategy: exchanged.strategy,
    departments: exchanged.departments.join(', '),
    validFrom: exchanged.validFrom ?? '',
    validUntil: exchanged.validUntil ?? '',
    reviewOn: exchanged.reviewOn ?? '',
  };
}
