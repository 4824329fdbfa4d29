import twitterText from 'twitter-text';
import { z } from 'zod';
import type { Wording } from '#mentions';
import type { PulledPage } from '../connector.js';
import { timeOfPost } from './x-cursor.js';

const reference = z.object({ type: z.string(), id: z.string() });
const longText = z.object({ text: z.string().optional() });

const plainPost = z.object({
  id: z.string().regex(/^[0-9]{1,19}$/, { error: 'is not an id of X' }),
  text: z.string(),
  author_id: z.string().optional(),
  created_at: z.coerce.date(),
  conversation_id: z.string().optional(),
  lang: z.string().optional(),
  attachments: z.object({ media_keys: z.array(z.string()).nullish() }).nullish(),
  entities: z
    .object({
      urls: z
        .array(
          z.object({
            url: z.string(),
            expanded_url: z.string().nullish(),
            media_key: z.string().nullish(),
          }),
        )
        .nullish(),
    })
    .nullish(),
  // X is renaming tweets to posts; a server answers in the one or in the other words.
  referenced_posts: z.array(reference).nullish(),
  referenced_tweets: z.array(reference).nullish(),
  edit_history_post_ids: z.array(z.string()).nullish(),
  edit_history_tweet_ids: z.array(z.string()).nullish(),
  note_post: longText.nullish(),
  note_tweet: longText.nullish(),
});

/** What is read of a post of X; other fields may change as they like. */
export const xPostSchema = plainPost.transform((post) => ({
  ...post,
  references: post.referenced_posts ?? post.referenced_tweets ?? [],
  /** All versions of an edited post, the first one first. */
  versions: post.edit_history_post_ids ?? post.edit_history_tweet_ids ?? [],
  whole: post.note_post?.text ?? post.note_tweet?.text ?? post.text,
}));
export type XPost = z.infer<typeof xPostSchema>;

export const xUserSchema = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string().optional(),
  description: z.string().nullish(),
  public_metrics: z.object({ followers_count: z.number().int() }).optional(),
});
export type XUser = z.infer<typeof xUserSchema>;

export function isRepost({ references }: XPost): boolean {
  return references.some(({ type }) => type === 'retweeted');
}

export function answeredId({ references }: XPost): string | null {
  return references.find(({ type }) => type === 'replied_to')?.id ?? null;
}

/** An edit gets an id of its own; the first one stays that of the mention, so that an edited post is no second one. */
export function identityOf({ id, versions }: XPost): string {
  return versions[0] ?? id;
}

/** A post as a mention; `ownId` is our account's id. */
export function xMention(
  post: XPost,
  author: XUser | undefined,
  ownId: string,
): PulledPage['mentions'][number] {
  const id = identityOf(post);
  return {
    externalId: id,
    url: postUrl(author?.username, post.id),
    author: {
      handle: author ? `@${author.username}` : null,
      name: author?.name || null,
      followers: author?.public_metrics?.followers_count ?? null,
      url: author ? `https://x.com/${author.username}` : null,
      bio: author?.description || null,
    },
    text: readableText(post) || '[…]',
    publishedAt: id === post.id ? post.created_at : new Date(timeOfPost(id)),
    editedAt: editedAt(post),
    inReplyTo: answeredId(post),
    conversationKey: post.conversation_id ?? null,
    own: post.author_id === ownId,
    hasMedia: (post.attachments?.media_keys?.length ?? 0) > 0,
    extra: post.lang && post.lang !== 'und' ? { language: post.lang } : null,
  };
}

/** What an edited post says in its newest version; nothing where it never was edited, or this is an older version. */
export function editedWording(post: XPost): Wording[] {
  const at = editedAt(post);
  if (at === null || post.id !== post.versions.at(-1)) return [];
  return [{ externalId: identityOf(post), text: readableText(post) || '[…]', at, told: true }];
}

/** Each version has an id of its own, which holds the moment at which X took it. */
function editedAt(post: XPost): Date | null {
  return identityOf(post) === post.id ? null : new Date(timeOfPost(post.id));
}

export function postUrl(username: string | null | undefined, id: string): string {
  return `https://x.com/${username?.replace(/^@/, '') || 'i'}/status/${id}`;
}

/** X writes &, < and > as entities, and every link as one of its own; links to the post's own pictures are left out. */
export function readableText(post: Pick<XPost, 'whole' | 'entities'>): string {
  let text = post.whole;
  for (const { url, expanded_url: address, media_key: picture } of post.entities?.urls ?? []) {
    text = text.replaceAll(url, picture ? '' : (address ?? url));
  }
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim();
}

/**
 * Whether a published text is ours: X puts the names of those who are answered in front, writes links in its own way and
 * changes white space, so only what remains is compared.
 */
export function sameText(published: string, sent: string): boolean {
  return bare(published) === bare(sent);
}

function bare(text: string): string {
  const links = twitterText
    .extractUrlsWithIndices(text)
    .sort((one, other) => other.indices[0] - one.indices[0]);
  let rest = text;
  for (const { indices } of links) rest = rest.slice(0, indices[0]) + rest.slice(indices[1]);
  return rest
    .replace(/^(\s*@\w+)+/, '')
    .replace(/\s+/g, '')
    .normalize('NFC');
}
