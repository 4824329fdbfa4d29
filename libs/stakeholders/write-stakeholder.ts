import type { EntityManager } from 'typeorm';
import { MOST_STAKEHOLDERS, type StakeholderFields } from '#contract/stakeholders';
import type { Realm } from '#platform/contract';
import { conflict, invalidField } from '#platform/problem';
import { fold } from './fold.js';
import type { MapPlace } from './map-place.js';

/** A new stakeholder with its first place on the map; returns its id. */
export async function insertStakeholder(
  manager: EntityManager,
  realm: Realm,
  fields: StakeholderFields,
  place: MapPlace,
  personId: string,
): Promise<string> {
  await refuseTooMany(manager, realm, 1);
  await refuseUnknownOwner(manager, fields.ownerId);
  const [row]: { id: string }[] = await refusingTaken(
    manager.query(
      `insert into stakeholder (realm, kind, category, name, sort_name, power, interest, has_power, power_note,
         has_legitimacy, legitimacy_note, has_urgency, urgency_note, owner_id, plan, next_contact_at, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) returning id`,
      [
        realm,
        fields.kind,
        fields.category,
        fields.name,
        fold(fields.name),
        place.power,
        place.interest,
        fields.hasPower,
        fields.powerNote,
        fields.hasLegitimacy,
        fields.legitimacyNote,
        fields.hasUrgency,
        fields.urgencyNote,
        fields.ownerId,
        fields.plan,
        fields.nextContactAt,
        personId,
      ],
    ),
  );
  if (!row) throw new Error('a stakeholder was not stored');
  await insertMove(manager, row.id, null, place, '', personId);
  return row.id;
}

/** Writes what a person changed; the place on the map has a way of its own. */
export async function updateFields(
  manager: EntityManager,
  stakeholderId: string,
  fields: StakeholderFields,
): Promise<void> {
  await refuseUnknownOwner(manager, fields.ownerId);
  await refusingTaken(
    manager.query(
      `update stakeholder set kind = $2, category = $3, name = $4, sort_name = $5, has_power = $6, power_note = $7,
         has_legitimacy = $8, legitimacy_note = $9, has_urgency = $10, urgency_note = $11, owner_id = $12, plan = $13,
         next_contact_at = $14, version = version + 1, changed_at = clock_timestamp()
       where id = $1`,
      [
        stakeholderId,
        fields.kind,
        fields.category,
        fields.name,
        fold(fields.name),
        fields.hasPower,
        fields.powerNote,
        fields.hasLegitimacy,
        fields.legitimacyNote,
        fields.hasUrgency,
        fields.urgencyNote,
        fields.ownerId,
        fields.plan,
        fields.nextContactAt,
      ],
    ),
  );
}

export async function insertMove(
  manager: EntityManager,
  stakeholderId: string,
  from: MapPlace | null,
  to: MapPlace,
  why: string,
  personId: string,
): Promise<void> {
  await manager.query(
    `insert into stakeholder_move (stakeholder_id, person_id, from_power, from_interest, power, interest, why)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [stakeholderId, personId, from?.power ?? null, from?.interest ?? null, to.power, to.interest, why],
  );
}

/** Whoever adds takes this lock first, so that two who add at the same moment are both counted. */
export async function refuseTooMany(manager: EntityManager, realm: Realm, adding: number): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock(hashtext('passerelle stakeholders ' || $1))`, [realm]);
  const [row]: { count: number }[] = await manager.query(
    `select count(*)::integer as count from stakeholder where realm = $1 and archived_at is null`,
    [realm],
  );
  if ((row?.count ?? 0) + adding > MOST_STAKEHOLDERS) {
    throw conflict('too-many-stakeholders', 'There are as many stakeholders as a map can show.', {
      most: MOST_STAKEHOLDERS,
    });
  }
}

async function refuseUnknownOwner(manager: EntityManager, ownerId: string | null): Promise<void> {
  if (ownerId === null) return;
  const known: unknown[] = await manager.query('select from person where id = $1 and active', [ownerId]);
  if (known.length === 0) throw invalidField('ownerId', 'unknown-person', 'is not someone who works here');
}

export async function refusingTaken<T>(writing: Promise<unknown>): Promise<T> {
  try {
    return (await writing) as T;
  } catch (error) {
    if (error instanceof Error && error.message.includes('stakeholder_by_name')) {
      throw invalidField('name', 'stakeholder-name-taken', 'is the name of another stakeholder');
    }
    throw error;
  }
}
