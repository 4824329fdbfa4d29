import type { Source as SourceViewOfApi } from '#contract/networks';
import type { Source } from './source.entity.js';

/** A source as the API shows it. */
export function sourceView(row: Source): SourceViewOfApi {
  return {
    id: row.id,
    network: row.network,
    realm: row.realm as SourceViewOfApi['realm'],
    name: row.name,
    settings: row.settings as Record<string, unknown>,
    state: row.state as SourceViewOfApi['state'],
    problem: row.problemCode === null ? null : { code: row.problemCode, detail: row.problemDetail ?? '' },
    pullEverySeconds: row.pullEverySeconds,
    lastPullAt: row.lastPullAt?.toISOString() ?? null,
    lastPullStored: row.lastPullStored,
    nextPullAt: row.state === 'active' ? row.nextPullAt.toISOString() : null,
    mentions: Number(row.mentions),
    createdAt: row.createdAt.toISOString(),
  };
}
