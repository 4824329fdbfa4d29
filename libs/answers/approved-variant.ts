import type { EntityManager } from 'typeorm';
import type { Placeholder, Variant, VersionContent } from './contract.js';
import { type VersionRecord, hashOf, readVersions } from './version-record.js';

/** A variant that may be published at this very moment, on the content that every asked department approved. */
export interface ApprovedVariant {
  answerId: string;
  kind: VersionRecord['kind'];
  versionId: string;
  versionNumber: number;
  question: string;
  contentHash: string;
  levelMin: number;
  levelMax: number;
  sensitivity: VersionContent['sensitivity'];
  placeholders: Placeholder[];
  variant: Variant;
}

export type VariantRefusal =
  | { refused: 'variant-not-found' }
  | { refused: 'variant-not-approved'; state: string }
  | { refused: 'variant-expired'; validFrom: string | null; validUntil: string | null }
  | { refused: 'variant-altered' };

/**
 * Reads a variant for publishing, and refuses any that is not approved, not current, or not word for word what was
 * approved: the hash of the rows as they are now must be the one each department decided on (rules 1 and 2).
 */
export async function readApprovedVariant(
  manager: EntityManager,
  variantId: string,
): Promise<ApprovedVariant | VariantRefusal> {
  const [version] = await readVersions(
    manager,
    'v.id = (select version_id from answer_variant where id = $1)',
    [variantId],
  );
  const variant = version?.variants.find(({ id }) => id === variantId);
  if (!version || !variant) return { refused: 'variant-not-found' };
  const { validFrom, validUntil } = version.content;
  if (version.state === 'expired') return { refused: 'variant-expired', validFrom, validUntil };
  if (version.state !== 'approved') return { refused: 'variant-not-approved', state: version.state };
  if (!version.current) return { refused: 'variant-expired', validFrom, validUntil };
  if (!isAsApproved(version)) return { refused: 'variant-altered' };
  return {
    answerId: version.answerId,
    kind: version.kind,
    versionId: version.id,
    versionNumber: version.number,
    question: version.content.question[variant.language],
    contentHash: hashOf(version),
    levelMin: version.content.levelMin,
    levelMax: version.content.levelMax,
    sensitivity: version.content.sensitivity,
    placeholders: version.content.placeholders,
    variant,
  };
}

function isAsApproved(version: VersionRecord): boolean {
  const hash = hashOf(version);
  const { departmentIds } = version.content;
  return (
    departmentIds.length > 0 &&
    hash === version.contentHash &&
    departmentIds.every((departmentId) =>
      version.approvals.some(
        (approval) =>
          approval.departmentId === departmentId &&
          approval.decision === 'approved' &&
          approval.contentHash === hash &&
          approval.person.id !== version.author.id &&
          !version.editorIds.includes(approval.person.id),
      ),
    )
  );
}
