import type { AnswerVersion } from './contract.js';

type Numbered = Pick<AnswerVersion, 'number' | 'state' | 'approvedAt'>;

/**
 * What a version is compared with: the last one before it that was ever approved, since that is what the public has
 * read; else the one right before it.
 */
export function versionBefore<V extends Numbered>(version: V, versions: readonly V[]): V | null {
  const earlier = versions
    .filter(({ number }) => number < version.number)
    .sort((a, b) => b.number - a.number);
  return earlier.find(({ approvedAt }) => approvedAt !== null) ?? earlier[0] ?? null;
}
