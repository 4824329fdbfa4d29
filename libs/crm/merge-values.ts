import {
  type Direction,
  sameValue,
  SYNCED_FIELDS,
  type SyncedField,
  type SyncedValues,
} from './synced-values.js';

export interface ToMerge {
  /** What both sides last had in common. A field that is missing has never been compared. */
  base: Partial<SyncedValues>;
  here: SyncedValues;
  /** A field that is missing holds something that cannot be taken here: it is left as it is. */
  there: Partial<SyncedValues>;
  direction: Direction;
}

export interface FieldConflict {
  field: SyncedField;
  here: string | null;
  there: string | null;
}

export interface Merged {
  /** What changes here, and there. */
  here: Partial<SyncedValues>;
  there: Partial<SyncedValues>;
  /** What both sides have in common before `there` is written; what is to be written joins it when it is read back. */
  base: Partial<SyncedValues>;
  /** Changed on both sides, differently: for a person. Nothing is written of these. */
  conflicts: FieldConflict[];
}

/**
 * A three-way merge, field by field. Whoever changed a field since both sides agreed wins; when both did, neither is
 * overwritten. A field that was never compared is filled where one side knows nothing, and else is a conflict.
 */
export function mergeValues({ base, here, there, direction }: ToMerge): Merged {
  const merged: Merged = { here: {}, there: {}, base: { ...base }, conflicts: [] };
  for (const field of SYNCED_FIELDS) {
    const theirs = there[field];
    if (theirs === undefined) continue;
    const ours = here[field];
    switch (winner(field, base[field], ours, theirs)) {
      case 'same':
        merged.base[field] = ours;
        break;
      case 'there':
        // A contact keeps a name, whatever is emptied there.
        if (direction === 'out' || (field === 'name' && theirs === null)) break;
        merged.here[field] = theirs;
        merged.base[field] = theirs;
        break;
      case 'here':
        if (direction !== 'in') merged.there[field] = ours;
        break;
      case 'nobody':
        merged.conflicts.push({ field, here: ours, there: theirs });
        break;
    }
  }
  return merged;
}

/**
 * The base on which a person's choice comes about by the ordinary rules: what was not chosen is what both had, so that
 * the chosen value is the only change. A value that changes meanwhile is a conflict again, and never lost.
 */
export function baseForChoice(choice: 'here' | 'there', conflict: Pick<FieldConflict, 'here' | 'there'>) {
  return choice === 'here' ? conflict.there : conflict.here;
}

function winner(
  field: SyncedField,
  base: string | null | undefined,
  here: string | null,
  there: string | null,
): 'same' | 'here' | 'there' | 'nobody' {
  if (sameValue(field, here, there)) return 'same';
  if (base === undefined) {
    if (here === null) return 'there';
    return there === null ? 'here' : 'nobody';
  }
  if (sameValue(field, base, here)) return 'there';
  return sameValue(field, base, there) ? 'here' : 'nobody';
}
