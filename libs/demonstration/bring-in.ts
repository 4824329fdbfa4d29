import type { DataSource } from 'typeorm';
import { drainQueue, storePage } from '#mentions';

const MOST_POSTS = 4;
const MOST_OF_DRILL = 100;

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
  look: string | null;
  picture_id: string | null;
  picture_alt: string | null;
  source_id: string;
}

/** Takes posts of the training network in ahead of its source, which will know them; returns the open mentions. */
export async function bringIn(dataSource: DataSource, pattern: string): Promise<string[]> {
  const posts: TrainingPost[] = await dataSource.query(
    `${POSTS} where p.text ~* $1 and not p.own order by p.published_at desc, p.id desc limit ${MOST_POSTS}`,
    [pattern],
  );
  return takeIn(dataSource, posts);
}

/** The same for what a drill has posted and nobody has taken in yet. */
export async function bringInDrill(dataSource: DataSource, drillId: string): Promise<string[]> {
  const posts: TrainingPost[] = await dataSource.query(
    `${POSTS} join drill_inject i on i.post_id = p.id
     where i.drill_id = $1 and not exists (
       select from mention_identity known where known.network = 'training' and known.external_id = p.id::text)
     order by p.id limit ${MOST_OF_DRILL}`,
    [drillId],
  );
  return takeIn(dataSource, posts);
}

const POSTS = `select p.*, s.id as source_id from training_post p
  cross join lateral (select id from source where network = 'training' order by id limit 1) s`;

async function takeIn(dataSource: DataSource, posts: readonly TrainingPost[]): Promise<string[]> {
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
      extra: extraOf(post),
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

/** As the training network tells it: where a post looks as if it came from, and its picture. */
function extraOf({ look, picture_id: id, picture_alt: alt }: TrainingPost): Record<string, unknown> | null {
  const extra = {
    ...(look === null ? {} : { look }),
    ...(id === null ? {} : { picture: { id, alt: alt ?? '' } }),
  };
  return Object.keys(extra).length > 0 ? extra : null;
}
