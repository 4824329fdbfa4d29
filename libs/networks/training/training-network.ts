import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Picture } from '#contract/mentions';
import type { TrainingPost as TrainingPostView, TrainingThread } from '#contract/networks';
import { encodeCursor, idOfCursor, inTransaction } from '#platform/database';
import { publishEvents } from '#platform/live';
import { invalidField, notFound } from '#platform/problem';
import { TRAINING_HANDLE } from './training-account.js';

export interface TrainingPostRow {
  id: string;
  author_handle: string;
  author_name: string;
  author_followers: number;
  own: boolean;
  text: string;
  has_media: boolean;
  in_reply_to_id: string | null;
  root_id: string | null;
  published_at: Date;
  look: string | null;
  picture_id: string | null;
  picture_alt: string | null;
  removed_at: Date | null;
}

export interface NewTrainingPost {
  authorHandle: string;
  authorName: string;
  followers: number;
  text: string;
  hasMedia: boolean;
  inReplyToId: string | null;
  own: boolean;
  idempotencyKey: string | null;
  inject: { runId: string; index: number } | null;
  /** The network that a post of a drill looks as if it came from. */
  look?: string | null;
  /** In a drill: what it shows. */
  picture?: Picture | null;
  /** By the clock of the drill; left out, by the database's. */
  publishedAt?: Date;
}

/**
 * The training network itself: a small social network kept in Postgres. It stands outside the product's pipeline;
 * posts reach the inbox only through its connector, as from any other network.
 */
@Injectable()
export class TrainingNetwork {
  constructor(private readonly dataSource: DataSource) {}

  /** A post by a member of the public. */
  post(
    post: Omit<NewTrainingPost, 'own' | 'idempotencyKey' | 'inject' | 'look' | 'picture' | 'publishedAt'>,
  ): Promise<TrainingPostView> {
    if (post.authorHandle.toLowerCase() === TRAINING_HANDLE.toLowerCase()) {
      throw invalidField(
        'authorHandle',
        'own-handle',
        'is the handle of the organisation: it answers from the inbox',
      );
    }
    return inTransaction(this.dataSource, async ({ manager }) => {
      const row = await this.insert(manager, { ...post, own: false, idempotencyKey: null, inject: null });
      if (!row) throw new Error('post was not stored');
      return postView(row);
    });
  }

  /** Inserts unless the same key or inject is there already (then null), and tells whoever watches. */
  async insert(manager: EntityManager, post: NewTrainingPost): Promise<TrainingPostRow | null> {
    const rootId = post.inReplyToId === null ? null : await this.rootOf(manager, post.inReplyToId);
    const [row]: TrainingPostRow[] = await manager.query(
      `insert into training_post (author_handle, author_name, author_followers, own, text, has_media, in_reply_to_id,
         root_id, idempotency_key, run_id, inject, look, picture_id, picture_alt, published_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,
         coalesce($15, clock_timestamp()))
       on conflict do nothing returning *`,
      [
        post.authorHandle,
        post.authorName,
        post.followers,
        post.own,
        post.text,
        post.hasMedia,
        post.inReplyToId,
        rootId,
        post.idempotencyKey,
        post.inject?.runId ?? null,
        post.inject?.index ?? null,
        post.look ?? null,
        post.picture?.id ?? null,
        post.picture?.alt ?? null,
        post.publishedAt ?? null,
      ],
    );
    if (row) await publishEvents(manager, [{ type: 'training.posted', postId: row.id }]);
    return row ?? null;
  }

  /** Takes a post down: it shows as removed from then on. Nothing happens when it is gone already. */
  async remove(manager: EntityManager, id: string): Promise<void> {
    const [rows]: [unknown[], number] = await manager.query(
      'update training_post set removed_at = clock_timestamp() where id = $1 and own and removed_at is null returning id',
      [id],
    );
    if (rows.length > 0) await publishEvents(manager, [{ type: 'training.posted', postId: id }]);
  }

  async findByKey(idempotencyKey: string): Promise<TrainingPostRow | null> {
    const [row]: TrainingPostRow[] = await this.dataSource.query(
      'select * from training_post where idempotency_key = $1',
      [idempotencyKey],
    );
    return row ?? null;
  }

  /** Posts of the public after an id, oldest first, with those of the last minute again: ids commit out of order. */
  after(id: string, limit: number): Promise<TrainingPostRow[]> {
    return this.dataSource.query(
      `(select * from training_post where not own and id > $1::bigint order by id limit $2)
       union
       (select * from training_post
         where not own and id <= $1::bigint and published_at > now() - interval '1 minute' order by id desc limit 200)
       order by id`,
      [id, limit],
    );
  }

  /** Threads, newest root first. */
  async threads(cursor: string | undefined, limit: number) {
    const before = cursor === undefined ? null : idOfCursor(cursor);
    const roots: TrainingPostRow[] = await this.dataSource.query(
      `select * from training_post where root_id is null and ($1::bigint is null or id < $1::bigint)
       order by id desc limit $2`,
      [before, limit + 1],
    );
    const page = roots.slice(0, limit);
    const last = page.at(-1);
    return {
      items: await this.withReplies(page),
      next: roots.length > limit && last ? encodeCursor([last.id]) : null,
    };
  }

  /** The thread that a post begins or belongs to. */
  async threadOf(postId: string): Promise<TrainingThread> {
    const roots: TrainingPostRow[] = await this.dataSource.query(
      `select root.* from training_post post join training_post root on root.id = coalesce(post.root_id, post.id)
       where post.id = $1`,
      [postId],
    );
    const [thread] = await this.withReplies(roots);
    if (!thread) throw notFound('training-post-not-found', 'There is no such post on the training network.');
    return thread;
  }

  private async withReplies(roots: readonly TrainingPostRow[]): Promise<TrainingThread[]> {
    const replies: TrainingPostRow[] = await this.dataSource.query(
      'select * from training_post where root_id = any($1::bigint[]) order by id',
      [roots.map((root) => root.id)],
    );
    return roots.map((root) => ({
      post: postView(root),
      replies: replies.filter((reply) => reply.root_id === root.id).map(postView),
    }));
  }

  private async rootOf(manager: EntityManager, postId: string): Promise<string> {
    const [post]: TrainingPostRow[] = await manager.query('select * from training_post where id = $1', [
      postId,
    ]);
    if (!post)
      throw notFound('training-post-not-found', 'There is no such post to answer on the training network.');
    return post.root_id ?? post.id;
  }
}

export function postView(row: TrainingPostRow): TrainingPostView {
  return {
    id: row.id,
    author: { handle: row.author_handle, name: row.author_name, followers: row.author_followers },
    own: row.own,
    text: row.removed_at === null ? row.text : '',
    removedAt: row.removed_at?.toISOString() ?? null,
    hasMedia: row.has_media && row.removed_at === null,
    picture: row.removed_at === null ? pictureOf(row) : null,
    inReplyToId: row.in_reply_to_id,
    look: row.look,
    publishedAt: row.published_at.toISOString(),
  };
}

/** What a post shows. */
export function pictureOf({
  picture_id: id,
  picture_alt: alt,
}: Pick<TrainingPostRow, 'picture_id' | 'picture_alt'>): Picture | null {
  return id === null ? null : { id, alt: alt ?? '' };
}
