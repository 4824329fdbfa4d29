import { convert } from 'html-to-text';
import { z } from 'zod';
import type { Wording } from '#mentions';
import type { PulledPage } from '../connector.js';

/** What is read of a status (docs.joinmastodon.org/entities/Status); other fields may change as they like. */
export const statusSchema = z.object({
  id: z.string().min(1),
  uri: z.string().min(1).max(300),
  url: z.string().nullish(),
  created_at: z.coerce.date(),
  edited_at: z.coerce.date().nullish(),
  content: z.string(),
  spoiler_text: z.string().nullish(),
  visibility: z.string(),
  language: z.string().nullish(),
  in_reply_to_id: z.string().nullish(),
  reblog: z.unknown().optional(),
  media_attachments: z.array(z.unknown()).nullish(),
  account: z.object({
    acct: z.string().min(1),
    display_name: z.string().nullish(),
    followers_count: z.number().int().nullish(),
    url: z.string().nullish(),
    note: z.string().nullish(),
  }),
});
export type MastodonStatus = z.infer<typeof statusSchema>;

export const notificationSchema = z.object({
  id: z.string().min(1),
  created_at: z.coerce.date(),
  status: statusSchema,
});

/** Posts to everybody, and no copies: what is addressed to few is not for a team to read, and a boost is no new post. */
export function isPublicPost(status: MastodonStatus): boolean {
  const copied = status.reblog !== null && status.reblog !== undefined;
  return !copied && (status.visibility === 'public' || status.visibility === 'unlisted');
}

/**
 * A status as a mention. Ids of statuses are only those of one server; the `uri` is the same on all of them, so the post
 * is known again by whichever server it comes.
 * @param host of the server that was asked
 * @param account ours there, as `@name@host`
 */
export function statusMention(
  status: MastodonStatus,
  host: string,
  account: string | null,
): PulledPage['mentions'][number] {
  const handle = fullHandle(status.account.acct, host);
  return {
    externalId: status.uri,
    url: webAddress(status.url),
    author: {
      handle,
      name: status.account.display_name || null,
      followers: status.account.followers_count ?? null,
      url: webAddress(status.account.url),
      bio: status.account.note ? statusText({ content: status.account.note }) || null : null,
    },
    text: statusText(status) || '[…]',
    publishedAt: status.created_at,
    editedAt: status.edited_at ?? null,
    conversationKey: `${host}/${status.in_reply_to_id ?? status.id}`,
    own: account !== null && handle.toLowerCase() === account.toLowerCase(),
    hasMedia: (status.media_attachments?.length ?? 0) > 0,
    extra: { localId: status.id, ...(status.language ? { language: status.language } : {}) },
  };
}

/** What a status says since its author changed it; nothing where that never happened. */
export function editedWording(status: MastodonStatus): Wording[] {
  if (!status.edited_at) return [];
  return [
    {
      externalId: status.uri,
      text: statusText(status) || '[…]',
      hasMedia: (status.media_attachments?.length ?? 0) > 0,
      at: status.edited_at,
      told: true,
    },
  ];
}

/** Plain text; behind a content warning, both. */
export function statusText(status: Pick<MastodonStatus, 'content' | 'spoiler_text'>): string {
  const text = convert(status.content, {
    wordwrap: false,
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'p', options: { leadingLineBreaks: 1, trailingLineBreaks: 2 } },
    ],
  }).trim();
  return [status.spoiler_text?.trim(), text].filter(Boolean).join('\n\n');
}

/** `@name@host`, also for accounts of the server itself, whose host it leaves out. */
export function fullHandle(acct: string, host: string): string {
  return `@${acct.includes('@') ? acct : `${acct}@${host}`}`;
}

/**
 * Whether a published text is ours: the server shows a mention without its host, cuts the look of links and changes
 * white space, so only what remains is compared.
 */
export function sameText(published: string, sent: string): boolean {
  const bare = (text: string) =>
    text
      .replace(/(@[\w.-]+)@[\w.-]+\w/g, '$1')
      .replace(/\s+/g, '')
      .normalize('NFC');
  return bare(published) === bare(sent);
}

function webAddress(given: string | null | undefined): string | null {
  return given && /^https?:\/\/\S+$/.test(given) && given.length <= 2000 ? given : null;
}
