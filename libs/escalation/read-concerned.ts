import type { EntityManager } from 'typeorm';
import { ATTRIBUTES_OF_CLASS, salienceClass } from '#rules/stakeholders';
import type { Concerned } from './concerned.js';

interface ConcernedRow {
  about: string;
  stakeholderId: string;
  ownerId: string | null;
  power: boolean;
  legitimacy: boolean;
  urgency: boolean;
  /** Place on the map, which orders those of equal salience. */
  onMap: number;
}

/** Who is concerned by these mentions, the most salient first; always in the same order. */
export async function readConcerned(
  manager: EntityManager,
  mentionIds: readonly string[],
): Promise<Concerned[]> {
  if (mentionIds.length === 0) return [];
  const rows: ConcernedRow[] = await manager.query(
    `select distinct '' as about, ${CONCERNED} from unnest($1::bigint[]) as given(mention_id) ${SPEAKS_FOR}`,
    [mentionIds],
  );
  return ordered(rows);
}

/** The same for escalations, by the mentions that they still stand for; those that concern nobody are left out. */
export async function readConcernedBy(
  manager: EntityManager,
  escalationIds: readonly string[],
): Promise<Map<string, Concerned[]>> {
  const rows: ConcernedRow[] = await manager.query(
    `select distinct given.escalation_id as about, ${CONCERNED} from escalation_mention given ${SPEAKS_FOR}
     where given.escalation_id = any($1::bigint[]) and given.standing`,
    [[...new Set(escalationIds)]],
  );
  const by = new Map<string, ConcernedRow[]>();
  for (const row of rows) by.set(row.about, [...(by.get(row.about) ?? []), row]);
  return new Map([...by].map(([id, of]) => [id, ordered(of)]));
}

/** A stakeholder by itself, for looking ahead; none when it is unknown or put away. */
export async function readAsConcerned(manager: EntityManager, stakeholderId: string): Promise<Concerned[]> {
  const rows: ConcernedRow[] = await manager.query(
    `select '' as about, ${CONCERNED} from stakeholder s where s.id = $1 and s.archived_at is null`,
    [stakeholderId],
  );
  return ordered(rows);
}

const CONCERNED = `s.id as "stakeholderId", s.owner_id as "ownerId", s.has_power as power,
  s.has_legitimacy as legitimacy, s.has_urgency as urgency, s.power + s.interest as "onMap"`;

const SPEAKS_FOR = `
  join mention_identity i on i.mention_id = given.mention_id
  join mention m on m.id = i.mention_id and m.published_at = i.published_at
  join stakeholder_author sa on sa.author_id = m.author_id
  join stakeholder s on s.id = sa.stakeholder_id and s.archived_at is null`;

function ordered(rows: readonly ConcernedRow[]): Concerned[] {
  return rows
    .map((row) => ({ ...row, salience: salienceClass(row) }))
    .sort(
      (a, b) =>
        ATTRIBUTES_OF_CLASS[b.salience] - ATTRIBUTES_OF_CLASS[a.salience] ||
        b.onMap - a.onMap ||
        Number(a.stakeholderId) - Number(b.stakeholderId),
    )
    .map(({ stakeholderId, salience, ownerId }) => ({ stakeholderId, salience, ownerId }));
}
