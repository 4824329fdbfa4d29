import { createHash } from 'node:crypto';
import type { VersionContent } from './contract.js';

/** What a version says and where it may be said; the topic and the review date may change without new approval. */
export type HashedContent = Omit<VersionContent, 'topicId' | 'reviewOn'> & {
  answerId: string;
  number: number;
};

/**
 * SHA-256 (hex) over everything an approver approves, in a canonical form: keys sorted, departments and variants in a
 * fixed order, moments in UTC. The same meaning always gives the same hash, whatever the database returns first.
 */
export function contentHash(content: HashedContent): string {
  const canonical = {
    answerId: content.answerId,
    number: content.number,
    question: content.question,
    wordings: content.wordings,
    sensitivity: content.sensitivity,
    levelMin: content.levelMin,
    levelMax: content.levelMax,
    strategy: content.strategy,
    departmentIds: [...new Set(content.departmentIds)].sort(),
    doNotSay: content.doNotSay,
    proofPoints: content.proofPoints,
    placeholders: content.placeholders,
    variants: content.variants
      .map(({ language, network, body }) => ({ language, network, body }))
      .sort((a, b) => compare(a.language, b.language) || compare(a.network ?? '', b.network ?? '')),
    validFrom: content.validFrom === null ? null : new Date(content.validFrom).toISOString(),
    validUntil: content.validUntil === null ? null : new Date(content.validUntil).toISOString(),
  };
  return createHash('sha256').update(canonicalJson(canonical)).digest('hex');
}

/** JSON with sorted keys and without undefined members (jsonb keeps neither order nor undefined). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => compare(a, b))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
