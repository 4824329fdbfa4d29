import type { EntityManager } from 'typeorm';
import type { Realm } from '#platform/contract';
import { ATTRIBUTES_OF_CLASS, salienceClass } from '#rules/stakeholders';
import type { Concerned } from './concerned.js';
import type { SubjectType } from './subjects.js';

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

/** What an escalation is about, as far as it tells who is concerned. */
export interface ConcernedMatter {
  subjectType: SubjectType;
  subjectId: string;
  realm: Realm;
  mentionIds?: readonly string[];
}

/**
 * Who is concerned by a matter that is about to be escalated, the most salient first; always in the same order. By
 * mentions: for whom their authors speak. By a topic as a whole: whoever spoke on it in the day before.
 */
export async function readConcerned(
  manager: EntityManager,
  { subjectType, subjectId, realm, mentionIds = [] }: ConcernedMatter,
  now: Date,
): Promise<Concerned[]> {
  const rows: ConcernedRow[] =
    subjectType === 'topic'
      ? await manager.query(
          `select '' as about, ${CONCERNED} from (
             select $1::bigint as subject_id, $2::text as realm, $3::timestamptz as opened_at) e ${SPOKE_ON_TOPIC}`,
          [subjectId, realm, now],
        )
      : mentionIds.length === 0
        ? []
        : await manager.query(
            `select distinct '' as about, ${CONCERNED} from unnest($1::bigint[]) as given(mention_id) ${SPEAKS_FOR}`,
            [mentionIds],
          );
  return ordered(rows);
}

/**
 * The same for escalations: by the mentions that they still stand for, or by whoever spoke on their topic from the day
 * before they were opened until now. Those that concern nobody are left out.
 */
export async function readConcernedBy(
  manager: EntityManager,
  escalationIds: readonly string[],
): Promise<Map<string, Concerned[]>> {
  const rows: ConcernedRow[] = await manager.query(
    `select distinct given.escalation_id as about, ${CONCERNED} from escalation_mention given ${SPEAKS_FOR}
     where given.escalation_id = any($1::bigint[]) and given.standing
     union
     select e.id, ${CONCERNED} from escalation e ${SPOKE_ON_TOPIC}
     where e.id = any($1::bigint[]) and e.subject_type = 'topic'`,
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

/** SQL: a post `m` of an account `sa` is on the topic of the escalation `e`. `offset 0` keeps the look at one post. */
export const IS_ON_TOPIC = `exists (
  select from mention_topic mt
  where mt.topic_id = e.subject_id and mt.published_at = m.published_at and mt.mention_id = m.id offset 0)`;

/** A stakeholder `s` that spoke on the topic of `e` lately. */
const SPOKE_ON_TOPIC = `
  join stakeholder s on s.realm = e.realm and s.archived_at is null and exists (
    select from stakeholder_author sa join mention m on m.author_id = sa.author_id
    where sa.stakeholder_id = s.id and m.published_at >= e.opened_at - interval '1 day' and ${IS_ON_TOPIC})`;

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
