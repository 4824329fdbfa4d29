import type { DataSource } from 'typeorm';
import { Department } from '#identity';
import { drainQueue, storePage } from '#mentions';
import { AskService, DecideService } from '#requests';
import { demoPerson } from './demo-person.js';
import type { DemoDepartmentKey } from './people.js';

interface DemoRequest {
  /** Pattern (PostgreSQL, case ignored) of the posts that wait for the answer. */
  posts: string;
  question: string;
  askerEmail: string;
  departments: readonly DemoDepartmentKey[];
  askedHoursAgo: number;
  /** Somebody has begun to write it. */
  writerEmail: string | null;
}

/** What the library of the demonstration has no answer for. */
const DEMO_REQUESTS: readonly DemoRequest[] = [
  {
    posts: 'air con|\\yclim',
    question:
      'Climatisation en panne dans les véhicules : que peut-on dire des réparations, et à partir de quelle température ?',
    askerEmail: 'camille.arnaud@lumen.example',
    departments: ['product'],
    askedHoursAgo: 26,
    writerEmail: null,
  },
  {
    posts: 'is packed from|est bondé dès',
    question:
      'Overcrowded lines at rush hour: may we announce extra buses, or only say that we count passengers?',
    askerEmail: 'tom.whitfield@lumen.example',
    departments: ['product', 'pr'],
    askedHoursAgo: 3,
    writerEmail: 'camille.arnaud@lumen.example',
  },
];

const MOST_POSTS = 4;

/** Asks for the answers that are missing, by the very steps that people take; what is there already is left alone. */
export async function prepareRequests(dataSource: DataSource, now: Date): Promise<void> {
  const asking = new AskService(dataSource);
  const deciding = new DecideService(dataSource);
  const departments = await dataSource.getRepository(Department).find();
  for (const request of DEMO_REQUESTS) {
    const known: unknown[] = await dataSource.query('select from answer_request where question = $1', [
      request.question,
    ]);
    if (known.length > 0) continue;
    const [mentionId, ...similarMentionIds] = await bringIn(dataSource, request.posts);
    if (mentionId === undefined) continue;
    const { requestId } = await asking.ask(
      {
        mentionId,
        similarMentionIds,
        question: request.question,
        departmentIds: departments
          .filter(({ key }) => (request.departments as readonly string[]).includes(key))
          .map(({ id }) => id),
      },
      await demoPerson(dataSource, ({ email }) => email === request.askerEmail),
      new Date(now.getTime() - request.askedHoursAgo * 3_600_000),
    );
    if (request.writerEmail === null) continue;
    await deciding.write(
      requestId,
      await demoPerson(dataSource, ({ email }) => email === request.writerEmail),
    );
  }
}

interface TrainingPost {
  id: string;
  author_handle: string;
  author_name: string;
  author_followers: number;
  text: string;
  has_media: boolean;
  published_at: Date;
  in_reply_to_id: string | null;
  root_id: string | null;
  source_id: string;
}

/** Takes posts of the training network in ahead of its source, which will know them; returns the open mentions. */
async function bringIn(dataSource: DataSource, pattern: string): Promise<string[]> {
  const posts: TrainingPost[] = await dataSource.query(
    `select p.*, s.id as source_id from training_post p
     cross join lateral (select id from source where network = 'training' order by id limit 1) s
     where p.text ~* $1 and not p.own order by p.published_at desc, p.id desc limit ${MOST_POSTS}`,
    [pattern],
  );
  await storePage(
    dataSource,
    posts.map((post) => ({
      realm: 'training',
      network: 'training',
      externalId: post.id,
      sourceId: post.source_id,
      author: { handle: post.author_handle, name: post.author_name, followers: post.author_followers },
      text: post.text,
      publishedAt: post.published_at,
      inReplyTo: post.in_reply_to_id,
      conversationKey: post.root_id ?? post.id,
      hasMedia: post.has_media,
    })),
  );
  await drainQueue(dataSource);
  const rows: { id: string }[] = await dataSource.query(
    `select m.id from mention_identity i join mention m on m.id = i.mention_id and m.published_at = i.published_at
     where i.network = 'training' and i.external_id = any($1) and m.assessed_at is not null
       and m.state in ('new', 'in_progress')
     order by m.published_at, m.id`,
    [posts.map(({ id }) => id)],
  );
  return rows.map(({ id }) => id);
}
