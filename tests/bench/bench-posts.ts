import { demoHistory, HISTORY_POSTS } from '#demonstration';
import type { IncomingMention } from '#mentions';

/** `count` posts in French and English over the seven days before `now`, the same for the same seed. */
export function benchPosts(count: number, now: Date, seed = 1): IncomingMention[] {
  const posts: IncomingMention[] = [];
  for (let round = 0; posts.length < count; round++) {
    for (const post of demoHistory(now, seed + round).slice(0, HISTORY_POSTS)) {
      if (posts.length === count) break;
      posts.push({
        realm: 'live',
        network: 'x',
        externalId: `${round}-${post.externalId}`,
        author: { handle: post.authorHandle, name: post.authorName, followers: post.followers },
        text: post.text,
        publishedAt: post.publishedAt,
        conversationKey: `${round}-${post.externalId}`,
        hasMedia: post.hasMedia,
      });
    }
  }
  return posts;
}
