import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import { DashboardService } from '#dashboard';
import type { ScopeQuery } from '#contract/dashboard';
import { messageOverview } from '#messages';
import { FIGURE_SPANS, rangeOf } from '#rules/figures';
import { benchServer } from './bench-database.js';
import { measurePage } from './dashboard-page.js';
import { type Latency, latencyOf } from './latency.js';
import { withManyMentions } from './many-mentions.js';
import { BENCH_TOPICS } from './many-mentions-sql.js';

/**
 * Time of every call of the dashboard over ranges, topics, networks and languages in turn, when each of them is asked
 * for the first time after a start and from then on, and of the widest by itself.
 * With `--page`, also the page itself in Chromium, opened so many times.
 * `npm run bench -- dashboard [--mentions N] [--rounds N] [--page N] [--keep]`
 */
export async function benchDashboard(flags: string[]): Promise<void> {
  const { values } = parseArgs({
    args: flags,
    options: {
      mentions: { type: 'string', default: '200000' },
      rounds: { type: 'string', default: '100' },
      page: { type: 'string', default: '0' },
      keep: { type: 'boolean', default: false },
    },
  });
  const rounds = Number(values.rounds);
  const server = await benchServer();
  try {
    await withManyMentions(
      server,
      { mentions: Number(values.mentions), keep: values.keep },
      async ({ dataSource, url, mentions, builtSeconds }) => {
        const calls = callsOf(dataSource);
        const firstTime: Record<string, Latency> = {};
        const inTurn: Record<string, Latency> = {};
        const widest: Record<string, Latency> = {};
        for (const [name, call] of Object.entries(calls)) {
          firstTime[name] = await latencyOf(SCOPES, (round) => call(scopeOf(round)), 0);
          inTurn[name] = await latencyOf(rounds, (round) => call(scopeOf(round)), 0);
          widest[name] = await latencyOf(rounds, () => call({ realm: 'live', span: '90d' }));
        }
        const opened = Number(values.page);
        const page = opened > 0 ? await measurePage(dataSource, url, opened) : undefined;
        console.log(
          JSON.stringify({
            ...{ bench: 'dashboard', postgres: await server.version(), mentions, topics: BENCH_TOPICS },
            ...{ builtSeconds, load: loadavg()[0], firstTime, inTurn, widest, page },
          }),
        );
      },
    );
  } finally {
    await server.stop();
  }
}

function callsOf(dataSource: DataSource): Record<string, (query: ScopeQuery) => Promise<unknown>> {
  const dashboard = new DashboardService(dataSource);
  const bench = {
    personId: '1',
    name: 'Bench',
    roles: [],
    permissions: [],
    departmentIds: [],
    sessionId: '1',
  };
  return {
    figures: (query) => dashboard.figures(query),
    topics: (query) => dashboard.topics({ ...query, limit: 50 }),
    voices: (query) => dashboard.voices(query),
    stakeholders: (query) => dashboard.stakeholders(query),
    work: (query) => dashboard.work(query),
    looks: (query) => dashboard.look(bench, query),
    responses: (query) => dashboard.responses({ ...query, measure: 'sent', limit: 50 }),
    fromLibrary: (query) => dashboard.responses({ ...query, measure: 'library', limit: 50 }),
    approvals: (query) => dashboard.approvals({ ...query, limit: 50 }),
    authors: (query) => dashboard.reach({ ...query, limit: 50 }),
    messages: (query) => readMessages(dataSource, query),
  };
}

/** Of the same range, as the page asks for it. */
function readMessages(dataSource: DataSource, { realm, span, topicId }: ScopeQuery): Promise<unknown> {
  const { from, to } = rangeOf(span, new Date());
  return messageOverview(dataSource.manager, { realm, topicId: topicId ?? null, since: from, until: to });
}

const SCOPES = FIGURE_SPANS.length * 5;

/** Ranges, topics and filters in turn, the widest as often as the narrowest. */
function scopeOf(round: number): ScopeQuery {
  const span = FIGURE_SPANS[round % FIGURE_SPANS.length] ?? '24h';
  const narrowed = Math.floor(round / FIGURE_SPANS.length) % 5;
  return {
    realm: 'live',
    span,
    ...(narrowed === 1 ? { topicId: '1' } : {}),
    ...(narrowed === 2 ? { topicId: '150' } : {}),
    ...(narrowed === 3 ? { network: ['x'] } : {}),
    ...(narrowed === 4 ? { language: ['fr'] } : {}),
  };
}
