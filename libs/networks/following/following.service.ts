import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { readFollowing } from '#contract/networks';
import type { ResponseOf } from '#platform/contract';
import { conflict, notFound } from '#platform/problem';
import type { KeptRule } from '../connector.js';
import type { StoredPlan } from './plan-following.js';

interface FollowingRow {
  follows: boolean;
  listens: boolean;
  plan: StoredPlan | null;
  kept: KeptRule[] | null;
  keptAt: Date | null;
  problem: string | null;
}

/** How sources follow topics, for people to see. */
@Injectable()
export class FollowingService {
  constructor(private readonly dataSource: DataSource) {}

  async read(sourceId: string): Promise<ResponseOf<typeof readFollowing>> {
    const [row]: FollowingRow[] = await this.dataSource.query(
      `select s.settings ->> 'watch' = 'topics' as follows, coalesce(s.settings -> 'live' = 'true'::jsonb, false) as listens,
         f.plan, f.kept, f.kept_at as "keptAt", f.problem_detail as problem
       from source s left join source_following f on f.source_id = s.id where s.id = $1 and s.removed_at is null`,
      [sourceId],
    );
    if (!row) throw notFound('source-not-found', 'There is no such source.');
    if (!row.follows) throw conflict('follows-no-topics', 'The source follows no topics.');
    const planned = row.plan?.topics ?? [];
    const names: { id: string; name: string }[] = await this.dataSource.query(
      'select id, name from topic where id = any($1::bigint[])',
      [planned.map(({ topicId }) => topicId)],
    );
    const nameOf = new Map(names.map(({ id, name }) => [id, name]));
    const kept = new Map((row.kept ?? []).map(({ value, refused }) => [value, refused]));
    return {
      listens: row.listens,
      confirmedAt: row.listens ? (row.keptAt?.toISOString() ?? null) : null,
      problem: row.listens ? row.problem : null,
      items: planned.map(({ topicId, rules, widened, leftOut }) => ({
        topicId,
        name: nameOf.get(topicId) ?? '',
        rules: rules.map((value) => ({
          value,
          inForce: row.listens && kept.get(value) === null,
          refused: row.listens ? (kept.get(value) ?? null) : null,
        })),
        widened,
        leftOut,
      })),
    };
  }
}
