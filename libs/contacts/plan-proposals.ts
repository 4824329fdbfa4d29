import { type AuthorProfile, CONFIDENCES, samePerson, type SamePersonReason } from './same-person.js';

/** An author as they are compared. */
export interface ComparedAuthor extends AuthorProfile {
  id: string;
  /** The contact that they belong to. */
  contactId: string | null;
}

/** Two authors who may be one person; the older row stands first, so that a pair is one pair. */
export interface ProposedPair {
  firstId: string;
  secondId: string;
  /** 1 possible, 2 likely, 3 very likely. */
  confidence: number;
  reasons: SamePersonReason[];
}

/**
 * What to propose of the given authors and those they are compared with. Nothing for two who both belong to a contact
 * already, whichever, and nothing that `decided` knows: what a person has decided is not asked again.
 */
export function planProposals(
  authors: readonly ComparedAuthor[],
  candidates: readonly (readonly [string, string])[],
  decided: ReadonlySet<string>,
): ProposedPair[] {
  const byId = new Map(authors.map((author) => [author.id, author]));
  const planned = new Map<string, ProposedPair>();
  for (const [one, other] of candidates) {
    const [firstId, secondId] = BigInt(one) < BigInt(other) ? [one, other] : [other, one];
    const [first, second] = [byId.get(firstId), byId.get(secondId)];
    const key = pairKey(firstId, secondId);
    if (!first || !second || firstId === secondId || planned.has(key) || decided.has(key)) continue;
    if (first.contactId !== null && second.contactId !== null) continue;
    const found = samePerson(first, second);
    if (!found) continue;
    const confidence = CONFIDENCES.indexOf(found.confidence) + 1;
    planned.set(key, { firstId, secondId, confidence, reasons: found.reasons });
  }
  return [...planned.values()];
}

export function pairKey(firstId: string, secondId: string): string {
  return BigInt(firstId) < BigInt(secondId) ? `${firstId} ${secondId}` : `${secondId} ${firstId}`;
}
