import type { Proposal } from './exchange-proposal.js';

/** Columns of CSV for the fields of a content that are called otherwise there. */
const COLUMNS: Readonly<Record<string, string>> = {
  'question.fr': 'question_fr',
  'question.en': 'question_en',
  'wordings.fr': 'wordings_fr',
  'wordings.en': 'wordings_en',
  levelMin: 'level_min',
  levelMax: 'level_max',
  departmentIds: 'departments',
  doNotSay: 'do_not_say',
  proofPoints: 'proof_points',
  keyMessages: 'key_messages',
  validFrom: 'valid_from',
  validUntil: 'valid_until',
  reviewOn: 'review_on',
  variants: 'body',
  topicId: 'topic',
};

/** What the file calls a field of the content: a column, or a path. */
export function fileField({ format }: Proposal, field: string): string {
  if (format === 'json')
    return field.replace(/^departmentIds\b/, 'departments').replace(/^topicId\b/, 'topic');
  const variant = /^variants\.\d+\.(language|network|body)$/.exec(field);
  if (variant?.[1]) return variant[1];
  const [part = '', detail = ''] = field.split('.');
  return COLUMNS[`${part}.${detail}`] ?? COLUMNS[part] ?? part;
}

/** The line that a field stands on. */
export function lineOf({ line, variantLines }: Proposal, field: string): number {
  const place = /^variants\.(\d+)/.exec(field)?.[1];
  return (place === undefined ? undefined : variantLines[Number(place)]) ?? line;
}
