import { z } from 'zod';
import type { Wording } from '#mentions';
import type { PulledPage } from '../connector.js';

const recordSchema = z.object({
  text: z.string(),
  createdAt: z.string().nullish(),
  langs: z.array(z.string()).nullish(),
  reply: z
    .object({ root: z.object({ uri: z.string(), cid: z.string() }), parent: z.object({ uri: z.string() }) })
    .nullish(),
  embed: z.unknown().optional(),
});

const authorSchema = z.object({
  did: z.string().min(1),
  handle: z.string(),
  displayName: z.string().nullish(),
});

/** What is read of a post (app.bsky.feed.defs#postView), and of a notification, which has the same parts. */
export const postSchema = z.object({
  uri: z
    .string()
    .regex(/^at:\/\/[^/]+\/app\.bsky\.feed\.post\/[^/]+$/, { error: 'is not the address of a post' }),
  cid: z.string().min(1),
  author: authorSchema,
  record: recordSchema,
  indexedAt: z.coerce.date(),
});
export type BlueskyPost = z.infer<typeof postSchema>;

/** A post as a mention. Its address names the repository by its lasting id, so it stays when a handle changes. */
export function postMention(post: BlueskyPost, ownDid: string | null): PulledPage['mentions'][number] {
  const { author, record, uri } = post;
  return {
    externalId: uri,
    url: postUrl(uri),
    author: {
      handle: `@${author.handle}`,
      name: author.displayName || null,
      followers: null,
      url: `https://bsky.app/profile/${author.did}`,
    },
    text: record.text.trim() || '[…]',
    publishedAt: publishedAt(post),
    inReplyTo: record.reply?.parent.uri ?? null,
    conversationKey: record.reply?.root.uri ?? uri,
    own: author.did === ownDid,
    hasMedia: hasMedia(record),
    extra: record.langs?.[0] ? { language: record.langs[0] } : null,
  };
}

/** What a post says, as of the moment at which it was asked for. */
export function wordingOf({ uri, record }: BlueskyPost, at: Date): Wording {
  const text = record.text.trim() || '[…]';
  return { externalId: uri, text, hasMedia: hasMedia(record), at, told: false };
}

function hasMedia({ embed }: BlueskyPost['record']): boolean {
  const media = (embed as { $type?: unknown } | null | undefined)?.$type;
  return typeof media === 'string' && /images|video/.test(media);
}

/** Authors write what they like as the time of a post: it counts where it lies before the network first saw it. */
export function publishedAt({ record, indexedAt }: Pick<BlueskyPost, 'record' | 'indexedAt'>): Date {
  const said = new Date(record.createdAt ?? Number.NaN);
  return said.getUTCFullYear() >= 2000 && said < indexedAt ? said : indexedAt;
}

export function postUrl(uri: string): string | null {
  const [, did, key] = /^at:\/\/([^/]+)\/app\.bsky\.feed\.post\/([^/]+)$/.exec(uri) ?? [];
  return did && key ? `https://bsky.app/profile/${did}/post/${key}` : null;
}
