import type { BULK_OBSTACLES } from './contract-queue.js';
import type { AnswerKind, VersionContent } from './contract.js';

/**
 * Why a version is not to be approved together with others; null when it may be. What is sensitive, and what will be
 * said in a crisis, deserves a decision of its own.
 */
export function bulkObstacle(
  kind: AnswerKind,
  { sensitivity }: Pick<VersionContent, 'sensitivity'>,
): (typeof BULK_OBSTACLES)[number] | null {
  if (sensitivity !== 'low') return 'sensitive';
  return kind === 'holding_statement' ? 'holding-statement' : null;
}
