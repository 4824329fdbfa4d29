import type { EntityManager } from 'typeorm';
import type { StakeholderFields, StakeholderSummary, StakeholderView } from '#contract/stakeholders';
import type { Realm } from '#platform/contract';
import { conflict, notFound } from '#platform/problem';
import type { StakeholderCategory, StakeholderKind } from './categories.js';
import { quadrantOf } from './map-place.js';
import { salienceClass } from './salience.js';

/** What lists show, from `stakeholder s left join person p on p.id = s.owner_id`. */
export const SUMMARY_COLUMNS = `
  s.id, s.realm, s.kind, s.category, s.name, s.power, s.interest, s.has_power as "hasPower",
  s.has_legitimacy as "hasLegitimacy", s.has_urgency as "hasUrgency", s.owner_id as "ownerId", p.name as "ownerName",
  s.next_contact_at as "nextContactAt", s.archived_at as "archivedAt", s.version,
  (select count(*)::integer from stakeholder_author sa where sa.stakeholder_id = s.id) as authors`;

export interface SummaryRow {
  id: string;
  realm: Realm;
  kind: StakeholderKind;
  category: StakeholderCategory;
  name: string;
  power: number;
  interest: number;
  hasPower: boolean;
  hasLegitimacy: boolean;
  hasUrgency: boolean;
  ownerId: string | null;
  ownerName: string | null;
  nextContactAt: Date | null;
  archivedAt: Date | null;
  version: number;
  authors: number;
}

export function viewSummary(row: SummaryRow): StakeholderSummary {
  const { ownerId, ownerName, nextContactAt, archivedAt, ...rest } = row;
  return {
    ...rest,
    quadrant: quadrantOf(row),
    salience: salienceClass({
      power: row.hasPower,
      legitimacy: row.hasLegitimacy,
      urgency: row.hasUrgency,
    }),
    owner: ownerId === null ? null : { id: ownerId, name: ownerName ?? '' },
    nextContactAt: nextContactAt?.toISOString() ?? null,
    archivedAt: archivedAt?.toISOString() ?? null,
  };
}

interface WholeRow extends SummaryRow {
  powerNote: string;
  legitimacyNote: string;
  urgencyNote: string;
  plan: string;
  createdAt: Date;
  changedAt: Date;
}

export async function readStakeholderView(
  manager: EntityManager,
  stakeholderId: string,
): Promise<StakeholderView> {
  const [row]: WholeRow[] = await manager.query(
    `select ${SUMMARY_COLUMNS}, s.power_note as "powerNote", s.legitimacy_note as "legitimacyNote",
       s.urgency_note as "urgencyNote", s.plan, s.created_at as "createdAt", s.changed_at as "changedAt"
     from stakeholder s left join person p on p.id = s.owner_id where s.id = $1`,
    [stakeholderId],
  );
  if (!row) throw notFound('stakeholder-not-found', 'There is no such stakeholder.');
  const { powerNote, legitimacyNote, urgencyNote, plan, createdAt, changedAt, ...summary } = row;
  return {
    ...viewSummary(summary),
    powerNote,
    legitimacyNote,
    urgencyNote,
    plan,
    createdAt: createdAt.toISOString(),
    changedAt: changedAt.toISOString(),
  };
}

/** A stakeholder whose row is locked until the transaction ends. */
export interface LockedStakeholder extends StakeholderFields {
  id: string;
  realm: Realm;
  power: number;
  interest: number;
  version: number;
  archived: boolean;
}

export async function lockStakeholder(
  manager: EntityManager,
  stakeholderId: string,
): Promise<LockedStakeholder> {
  const [row]: (Omit<LockedStakeholder, 'nextContactAt'> & { nextContactAt: Date | null })[] =
    await manager.query(
      `select id, realm, kind, category, name, power, interest, has_power as "hasPower", power_note as "powerNote",
         has_legitimacy as "hasLegitimacy", legitimacy_note as "legitimacyNote", has_urgency as "hasUrgency",
         urgency_note as "urgencyNote", owner_id as "ownerId", plan, next_contact_at as "nextContactAt", version,
         archived_at is not null as archived
       from stakeholder where id = $1 for no key update`,
      [stakeholderId],
    );
  if (!row) throw notFound('stakeholder-not-found', 'There is no such stakeholder.');
  return { ...row, nextContactAt: row.nextContactAt?.toISOString() ?? null };
}

/** Refuses one that is put away, or that somebody has changed since the version that the person saw. */
export function refuseUnchangeable(stakeholder: LockedStakeholder, version?: number): void {
  if (stakeholder.archived) {
    throw conflict(
      'stakeholder-archived',
      'This stakeholder has been put away; take it back into use first.',
    );
  }
  refuseOtherVersion(stakeholder, version);
}

export function refuseOtherVersion(stakeholder: LockedStakeholder, version?: number): void {
  if (version !== undefined && version !== stakeholder.version) {
    throw conflict(
      'stakeholder-changed',
      'Somebody has changed this stakeholder meanwhile; look at it again.',
    );
  }
}
