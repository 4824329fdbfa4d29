import { z } from 'zod';
import { PageForgotten, SourceNeedsAttention, type SourceView } from '../connector.js';
import { quotaOf } from '../network-request.js';
import { readableItems } from '../readable-items.js';
import { askX, type XCall } from './x-api.js';
import { XRefused } from './x-failure.js';
import { type XPost, xPostSchema, type XUser, xUserSchema } from './x-post.js';

/** X is renaming tweets to posts in its API; which words a server takes shows in what it refuses. */
export const POST_WORDS = {
  'post.fields': 'id,text,created_at,conversation_id,lang,attachments,entities,note_post',
  expansions: 'author_id,referenced_posts,attachments.media_keys',
};
export const TWEET_WORDS = {
  'tweet.fields':
    'id,text,created_at,conversation_id,lang,attachments,entities,note_tweet,author_id,referenced_tweets',
  expansions: 'author_id',
};
export const USER_FIELDS = { 'user.fields': 'id,name,username,public_metrics,description' };

export interface XList {
  posts: XPost[];
  authors: ReadonlyMap<string, XUser>;
  refused: ReturnType<typeof readableItems>['refused'];
  /** Ids of those that X says are not there, or not to be seen any more. */
  missing: string[];
  next: string | null;
  /** When the quota of this list is used up: the moment at which it is given anew. */
  pauseUntil: Date | null;
}

const listSchema = z.object({
  data: z.array(z.unknown()).nullish(),
  includes: z.object({ users: z.array(z.unknown()).nullish() }).nullish(),
  errors: z
    .array(
      z.object({
        type: z.string().optional(),
        resource_id: z.string().optional(),
        value: z.string().optional(),
      }),
    )
    .nullish(),
  meta: z.object({ next_token: z.string().nullish(), result_count: z.number().optional() }).nullish(),
});

/** Posts with their authors. Throws XRefused as X does. */
export async function readList(
  source: SourceView,
  path: string,
  query: NonNullable<XCall['query']>,
  signal: AbortSignal,
): Promise<XList> {
  const ask = (words: Record<string, string>) =>
    askX(source, { path, query: { ...query, ...USER_FIELDS, ...words } }, signal);
  const { json, headers } = await ask(POST_WORDS).catch((error: unknown) => {
    if (
      error instanceof XRefused &&
      error.status === 400 &&
      /post\.fields|referenced_posts/.test(error.message)
    ) {
      return ask(TWEET_WORDS);
    }
    throw error;
  });
  const list = listSchema.parse(json);
  const { items: posts, refused } = readableItems(list.data ?? [], xPostSchema);
  const { items: users } = readableItems(list.includes?.users ?? [], xUserSchema);
  const quota = quotaOf(headers);
  if (quota) source.noteQuota(quota);
  return {
    posts,
    authors: new Map(users.map((user) => [user.id, user])),
    refused,
    missing: (list.errors ?? []).flatMap(({ type = '', resource_id: id, value }) =>
      /resource-not-found|not-authorized-for-resource/.test(type) ? [id ?? value ?? ''] : [],
    ),
    next: list.meta?.next_token || null,
    pauseUntil: quota?.remaining === 0 && quota.resetsAt ? new Date(quota.resetsAt) : null,
  };
}

/** What X would not list: a mark of a page that it forgot, or something that a person has to set right. */
export function notListed(error: unknown, token: string | null): unknown {
  if (!(error instanceof XRefused)) return error;
  if (error.status === 400 && token !== null) return new PageForgotten(error.message);
  if (error.status === 403) return new SourceNeedsAttention('rights-missing', error.message);
  // Moments and ids that X does not take any more are ours to choose better next time.
  if (/since_id|start_time/.test(error.message)) return new Error(error.message);
  return new SourceNeedsAttention('not-at-network', error.message);
}
