import type { EntityManager } from 'typeorm';
import { daysOf } from './author-figures.js';
import type { FigureScope } from './figure-scope.js';
import { topicOf } from './mention-figures.js';
import { Values } from './tally-sql.js';

export interface StakeholderLine {
  stakeholderId: string;
  name: string;
  kind: 'group' | 'person';
  power: number;
  interest: number;
  hasPower: boolean;
  hasLegitimacy: boolean;
  hasUrgency: boolean;
  /** Accounts that spoke for it. */
  accounts: number;
  mentions: number;
  negative: number;
  /** Followers of these accounts, each at its most. */
  reach: number;
}

/**
 * Stakeholders who spoke on the days of a range, the most first, and how many they are. From what is kept of each
 * author by day: an account is found by the name it has now, so posts under an earlier handle are not among them.
 */
export async function readStakeholderFigures(
  manager: EntityManager,
  scope: FigureScope,
  limit: number,
): Promise<{ spoke: number; stakeholders: StakeholderLine[] }> {
  const values = new Values();
  const days = daysOf(scope);
  const topic = topicOf(scope, values);
  const realm = values.add(scope.realm, 'text');
  const [from, to] = [values.add(days.from, 'timestamptz'), values.add(days.to, 'timestamptz')];
  const networks =
    scope.networks.length > 0 ? `and u.network = any(${values.add(scope.networks, 'text[]')})` : '';
  const languages =
    scope.languages.length > 0 ? `and a.language = any(${values.add(scope.languages, 'text[]')})` : '';
  const rows: (StakeholderLine & { spoke: number })[] = await manager.query(
    `with spoke as (
       select s.stakeholder_id, count(*)::integer as accounts, sum(said.mentions)::integer as mentions,
         sum(said.negative)::integer as negative, sum(said.followers)::float8 as reach
       from stakeholder_author s join author u on u.id = s.author_id
       cross join lateral (
         select sum(a.mentions) as mentions, sum(a.negative) as negative, max(a.followers) as followers
         from author_day a
         where a.topic_id = ${topic} and a.realm = ${realm} and a.network = u.network
           and a.author = coalesce(u.handle, u.name) and a.day >= ${from} and a.day < ${to}
           and a.mentions > 0 ${languages}
       ) said
       where s.realm = ${realm} and said.mentions > 0 ${networks} group by 1
     )
     select h.id as "stakeholderId", h.name, h.kind, h.power, h.interest, h.has_power as "hasPower",
       h.has_legitimacy as "hasLegitimacy", h.has_urgency as "hasUrgency", p.accounts, p.mentions, p.negative, p.reach,
       count(*) over ()::integer as spoke
     from spoke p join stakeholder h on h.id = p.stakeholder_id
     where h.archived_at is null
     order by p.mentions desc, h.id limit ${values.add(limit, 'integer')}`,
    values.list,
  );
  return {
    spoke: rows[0]?.spoke ?? 0,
    stakeholders: rows.map(({ spoke: _, ...line }) => line),
  };
}
