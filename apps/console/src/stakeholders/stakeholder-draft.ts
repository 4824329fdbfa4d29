import type { StakeholderView } from '#contract/stakeholders';
import type { StakeholderCategory, StakeholderKind } from '#rules/stakeholders';
import { fromLocalField, toLocalField } from '../library/local-instant.js';

/** What stands in the form, as it is typed. */
export interface StakeholderDraft {
  kind: StakeholderKind;
  category: StakeholderCategory;
  name: string;
  hasPower: boolean;
  powerNote: string;
  hasLegitimacy: boolean;
  legitimacyNote: string;
  hasUrgency: boolean;
  urgencyNote: string;
  ownerId: string;
  plan: string;
  /** As `datetime-local` has it. */
  nextContactAt: string;
  power: number;
  interest: number;
}

export const EMPTY_DRAFT: StakeholderDraft = {
  kind: 'group',
  category: 'customers',
  name: '',
  hasPower: false,
  powerNote: '',
  hasLegitimacy: false,
  legitimacyNote: '',
  hasUrgency: false,
  urgencyNote: '',
  ownerId: '',
  plan: '',
  nextContactAt: '',
  power: 5,
  interest: 5,
};

export function draftOf({ owner, nextContactAt, ...stakeholder }: StakeholderView): StakeholderDraft {
  return { ...stakeholder, ownerId: owner?.id ?? '', nextContactAt: toLocalField(nextContactAt) };
}

/** What the API takes; the place on the map goes its own way. */
export function fieldsOf(draft: StakeholderDraft) {
  return {
    kind: draft.kind,
    category: draft.category,
    name: draft.name,
    hasPower: draft.hasPower,
    powerNote: draft.powerNote,
    hasLegitimacy: draft.hasLegitimacy,
    legitimacyNote: draft.legitimacyNote,
    hasUrgency: draft.hasUrgency,
    urgencyNote: draft.urgencyNote,
    ownerId: draft.ownerId === '' ? null : draft.ownerId,
    plan: draft.plan,
    nextContactAt: fromLocalField(draft.nextContactAt),
  };
}
