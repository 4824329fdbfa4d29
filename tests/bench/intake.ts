import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { seedLexicon } from '#classification';
import { DEMO_TOPICS } from '#demonstration';
import { Classifier, drainQueue, type IncomingMention, storePage } from '#mentions';
import { addTopic } from '#topics';
import { type BenchDatabase, benchServer } from './bench-database.js';
import { benchPosts } from './bench-posts.js';

/**
 * Mentions per second from pages to stored, classified and counted, beside the raw COPY rate of the same rows into
 * the same table, in turn in one run. `npm run bench -- intake [--mentions N] [--page N] [--rounds N]`
 */
export async function benchIntake(flags: string[]): Promise<void> {
  const { values } = parseArgs({
    args: flags,
    options: {
      mentions: { type: 'string', default: '50000' },
      page: { type: 'string', default: '500' },
      rounds: { type: 'string', default: '3' },
    },
  });
  const posts = benchPosts(Number(values.mentions), new Date());
  const pageSize = Number(values.page);
  const server = await benchServer();
  const rounds: { copy: number; intake: number; pipeline: number }[] = [];
  try {
    for (let round = 0; round < Number(values.rounds); round++) {
      const copy = await inFreshDatabase((database) => copyRate(database, posts));
      const run = await inFreshDatabase((database) => pipelineRate(database, posts, pageSize));
      rounds.push({ copy, ...run });
    }
    console.log(
      JSON.stringify({
        bench: 'intake',
        mentions: posts.length,
        pageSize,
        topics: DEMO_TOPICS.length,
        postgres: await server.version(),
        copyPerSecond: median(rounds.map(({ copy }) => copy)),
        storedPerSecond: median(rounds.map(({ intake }) => intake)),
        storedClassifiedCountedPerSecond: median(rounds.map((round) => round.pipeline)),
        shareOfCopy: Number(
          median(
            rounds.map((round) => round.pipeline / round.copy),
            3,
          ),
        ),
        rounds: rounds.map(({ copy, intake, pipeline }) => ({
          copy: Math.round(copy),
          intake: Math.round(intake),
          pipeline: Math.round(pipeline),
        })),
      }),
    );
  } finally {
    await server.stop();
  }

  async function inFreshDatabase<T>(work: (database: BenchDatabase) => Promise<T>): Promise<T> {
    const database = await server.database('bench_intake');
    try {
      return await work(database);
    } finally {
      await database.drop();
    }
  }
}

/** Rows a second by COPY into the partitioned mention table with all its indexes. */
async function copyRate(database: BenchDatabase, posts: readonly IncomingMention[]): Promise<number> {
  await ensureMonths(database, posts);
  const lines = posts.map((post, index) => copyLine(post, index + 1));
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const started = performance.now();
  const stream = client.query(
    copyFrom(`copy mention (id, published_at, realm, network, external_id, author_handle, author_name,
      author_followers, text, conversation_key, has_media) from stdin`),
  );
  await pipeline(Readable.from(lines), stream);
  const rate = posts.length / ((performance.now() - started) / 1000);
  await client.end();
  return rate;
}

/** Two readers store pages while one classifier empties the queue; done when every mention is counted. */
async function pipelineRate(
  { dataSource }: BenchDatabase,
  posts: readonly IncomingMention[],
  pageSize: number,
): Promise<{ intake: number; pipeline: number }> {
  await dataSource.transaction((manager) => seedLexicon(manager));
  for (const topic of DEMO_TOPICS) {
    await dataSource.transaction((manager) =>
      addTopic(
        manager,
        { personId: '0', name: 'bench' },
        { name: topic.nameEn, description: '', query: topic.query },
      ),
    );
  }
  const pages: IncomingMention[][] = [];
  for (let start = 0; start < posts.length; start += pageSize)
    pages.push(posts.slice(start, start + pageSize));
  const classifier = new Classifier(dataSource);
  await drainQueue(dataSource, { classifier });
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  let storedAfter = 0;
  let storing = true;
  const reader = async () => {
    for (let page = pages.shift(); page; page = pages.shift()) await storePage(dataSource, page);
  };
  const stored = Promise.all([reader(), reader()]).then(() => {
    storedAfter = seconds();
    storing = false;
  });
  do await drainQueue(dataSource, { classifier });
  while (storing);
  await stored;
  await drainQueue(dataSource, { classifier });
  const total = seconds();
  await refuseWrongCount(dataSource, posts.length);
  return { intake: posts.length / storedAfter, pipeline: posts.length / total };
}

async function refuseWrongCount(dataSource: BenchDatabase['dataSource'], expected: number): Promise<void> {
  const [row]: { counted: string; assessed: string }[] = await dataSource.query(
    `select (select sum(mentions) from mention_counter where topic_id = 0) as counted,
       (select count(*) from mention where assessed_at is not null) as assessed`,
  );
  if (Number(row?.counted) !== expected || Number(row?.assessed) !== expected) {
    throw new Error(
      `${expected} mentions went in, ${row?.assessed} were classified, ${row?.counted} counted`,
    );
  }
}

async function ensureMonths({ dataSource }: BenchDatabase, posts: readonly IncomingMention[]): Promise<void> {
  const months = new Set(
    posts.map(({ publishedAt }) => `${publishedAt.toISOString().slice(0, 7)}-01T00:00:00Z`),
  );
  for (const month of months) await dataSource.query('select ensure_mention_partition($1)', [month]);
}

function copyLine(post: IncomingMention, id: number): string {
  const escaped = (value: string) =>
    value.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  return `${[
    id,
    post.publishedAt.toISOString(),
    post.realm,
    post.network,
    escaped(post.externalId),
    escaped(post.author?.handle ?? ''),
    escaped(post.author?.name ?? ''),
    post.author?.followers ?? 0,
    escaped(post.text),
    escaped(post.conversationKey ?? ''),
    post.hasMedia ? 't' : 'f',
  ].join('\t')}\n`;
}

function median(values: number[], digits = 0): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Number((sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(digits));
}
