import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import type { MentionFilter } from '#contract/mentions';
import { MentionsService } from '#mentions';
import type { Actor } from '#platform/http';
import { benchServer } from './bench-database.js';
import { latencyOfEach } from './latency.js';
import { withManyMentions } from './many-mentions.js';

const WHO: Actor = {
  ...{ personId: '1', name: 'Bench', roles: [], permissions: [], departmentIds: [], sessionId: '1' },
};

/**
 * Time of the inbox: lists, filters, counts, search and a conversation.
 * `--only` names calls, with commas between them.
 * `npm run bench -- inbox [--mentions N] [--rounds N] [--keep] [--only NAMES]`
 */
export async function benchInbox(flags: string[]): Promise<void> {
  const { values } = parseArgs({
    args: flags,
    options: {
      mentions: { type: 'string', default: '200000' },
      rounds: { type: 'string', default: '100' },
      keep: { type: 'boolean', default: false },
      only: { type: 'string' },
    },
  });
  const rounds = Number(values.rounds);
  const server = await benchServer();
  try {
    await withManyMentions(
      server,
      { mentions: Number(values.mentions), keep: values.keep },
      async ({ dataSource, mentions, builtSeconds }) => {
        const only = values.only?.split(',');
        const asked = Object.entries(await callsOf(dataSource)).filter(
          ([name]) => only?.includes(name) ?? true,
        );
        const calls = await latencyOfEach(Object.fromEntries(asked), rounds);
        console.log(
          JSON.stringify({
            ...{ bench: 'inbox', postgres: await server.version(), mentions, builtSeconds },
            ...{ load: loadavg()[0], calls },
          }),
        );
      },
    );
  } finally {
    await server.stop();
  }
}

async function callsOf(dataSource: DataSource): Promise<Record<string, (round: number) => Promise<unknown>>> {
  const inbox = new MentionsService(dataSource);
  const open: MentionFilter = { realm: 'live', state: ['new', 'in_progress'] };
  const list =
    (filter: MentionFilter, sort: 'newest' | 'oldest' | 'urgent' = 'newest', cursor?: string) =>
    () =>
      inbox.list(WHO, { ...filter, sort, limit: 50, ...(cursor === undefined ? {} : { cursor }) });
  const count = (filter: MentionFilter) => () => inbox.count(WHO, filter);
  const search = (words: (round: number) => string, filter: MentionFilter = { realm: 'live' }) => {
    return (round: number) => list({ ...filter, search: words(round) })();
  };
  const far = await inbox.list(WHO, { ...open, sort: 'newest', limit: 200 });
  const some = await idsOf(dataSource, `conversation_key like 't%'`);
  const crowded = await idsOf(dataSource, `conversation_key like 'long%'`);
  const read = (ids: string[]) => (round: number) => inbox.read(ids[round % ids.length] ?? '1');
  /** In one mention of a thousand. */
  const word = (round: number) => `delivery${(round * 31) % 997}`;
  const weekAgo = new Date(Date.now() - 7 * 86_400_000).toISOString();
  return {
    open: list(open),
    urgent: list(open, 'urgent'),
    oldest: list(open, 'oldest'),
    secondPage: list(open, 'newest', far.next ?? undefined),
    all: list({ realm: 'live' }),
    largeTopic: list({ ...open, topicId: ['1'] }),
    smallTopic: list({ ...open, topicId: ['190'] }),
    smallTopicUrgent: list({ ...open, topicId: ['190'] }, 'urgent'),
    network: list({ ...open, network: ['youtube'] }),
    language: list({ realm: 'live', language: ['de'] }),
    severe: list({ ...open, level: [3, 4] }),
    severeOldest: list({ realm: 'live', level: [3, 4] }, 'oldest'),
    negative: list({ realm: 'live', sentiment: ['negative'] }),
    press: list({ realm: 'live', voice: ['press'] }),
    author: list({ realm: 'live', author: 'author_7' }),
    unknownAuthor: list({ realm: 'live', author: 'nobody_at_all' }),
    weekAgo: list({ realm: 'live', to: weekAgo }),
    answeredWeekAgo: list({ realm: 'live', state: ['answered'], to: weekAgo }),
    rareHarm: list({ realm: 'live', harm: ['safety'] }),
    assignedToMe: list({ realm: 'live', assignee: 'me' }),
    search: search(word),
    searchOpen: search(word, open),
    searchFrequent: search(() => 'outage'),
    searchEverywhere: search(() => 'about'),
    searchBegun: search(() => 'deliv'),
    searchNothing: search(() => 'zeppelin'),
    searchTwoWords: search((round) => `${word(round)} outage`),
    searchOfTopic: search(word, { realm: 'live', topicId: ['1'] }),
    counts: count({ realm: 'live' }),
    countsOfTopic: count({ realm: 'live', topicId: ['190'] }),
    countsOfLargeTopic: count({ realm: 'live', topicId: ['1'] }),
    countsOfSevere: count({ realm: 'live', level: [3, 4] }),
    countsOfSearch: (round) => count({ realm: 'live', search: word(round) })(),
    countsOfFrequentSearch: count({ realm: 'live', search: 'outage' }),
    conversation: read(some),
    crowdedConversation: read(crowded),
  };
}

async function idsOf(dataSource: DataSource, condition: string): Promise<string[]> {
  const rows: { id: string }[] = await dataSource.query(
    `select id from mention where ${condition} and hashint8(id) % 7 = 0 limit 200`,
  );
  return rows.map(({ id }) => id);
}
