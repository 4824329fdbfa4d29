/**
 * Instagram gives posts and comments numbers of the same kind, and answers each in another way. Our id of a post or comment
 * says which it is: `4711` a comment below one of our own posts; `media/17` a post; `media/17/4711` a comment below the post
 * of somebody else, who named us there.
 */
export type InstagramId =
  { comment: string; media: null } | { comment: null; media: string } | { comment: string; media: string };

export function externalId({ comment, media }: InstagramId): string {
  if (media === null) return comment;
  return comment === null ? `media/${media}` : `media/${media}/${comment}`;
}

/** Null for what is no id of Instagram. */
export function asInstagramId(text: string): InstagramId | null {
  if (/^\d{1,40}$/.test(text)) return { comment: text, media: null };
  const [, media, comment] = /^media\/(\d{1,40})(?:\/(\d{1,40}))?$/.exec(text) ?? [];
  if (media === undefined) return null;
  return comment === undefined ? { comment: null, media } : { comment, media };
}
