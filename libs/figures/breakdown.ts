import type { EntityManager } from 'typeorm';
import type { FigureScope } from './figure-scope.js';
import { type MentionCount, topicOf } from './mention-figures.js';
import { tallySql, Values } from './tally-sql.js';

export interface BreakdownLine extends MentionCount {
  code: string;
}
export interface Breakdown {
  networks: BreakdownLine[];
  languages: BreakdownLine[];
  voices: BreakdownLine[];
}

/** Where, in which language and by whom it is said, the most first. */
export async function readBreakdown(manager: EntityManager, scope: FigureScope): Promise<Breakdown> {
  const values = new Values();
  const rows: (BreakdownLine & { kind: keyof Breakdown })[] = await manager.query(
    `select case grouping(network, language, voice) when 3 then 'networks' when 5 then 'languages' else 'voices' end as kind,
       coalesce(network, language, voice) as code, sum(mentions)::integer as mentions, sum(negative)::integer as negative
     from (${tallySql(scope, topicOf(scope, values), values, 'cells')}) t
     group by grouping sets ((network), (language), (voice)) having sum(mentions) > 0
     order by sum(mentions) desc, code`,
    values.list,
  );
  const of = (kind: keyof Breakdown) =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ code, mentions, negative }) => ({ code, mentions, negative }));
  return { networks: of('networks'), languages: of('languages'), voices: of('voices') };
}
