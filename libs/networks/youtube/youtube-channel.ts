import { z } from 'zod';
import { SourceNeedsAttention } from '../connector.js';
import { askYouTube, type YouTubeAccess } from './youtube-api.js';
import { notListed } from './youtube-lists.js';
import { isChannelId, youtubeSettings } from './youtube-settings.js';
import { actsAsAccount } from './youtube-token.js';

export interface YouTubeChannel {
  id: string;
  title: string;
  /** `@name`; null for a channel without one. */
  handle: string | null;
}

const channelsSchema = z.object({
  items: z
    .array(
      z.object({
        id: z.string(),
        snippet: z.object({ title: z.string().catch(''), customUrl: z.string().nullish() }),
      }),
    )
    .nullish(),
});

/** Whom YouTube takes us for, and the channel that is watched: both looked up once, at the live check. */
export async function lookUpChannels(
  access: YouTubeAccess,
): Promise<{ own: YouTubeChannel | null; watched: YouTubeChannel | null }> {
  const { watch, term } = youtubeSettings.parse(access.source.settings);
  const own = actsAsAccount(access.source) ? await channelBy(access, { mine: 'true' }) : null;
  if (actsAsAccount(access.source) && !own) {
    throw new SourceNeedsAttention('rights-missing', 'the account that gave this access has no channel');
  }
  if (watch === 'video') return { own, watched: null };
  if (!term && !own) {
    throw new SourceNeedsAttention('not-at-network', 'with an API key, the channel has to be named');
  }
  if (!term) return { own, watched: own };
  const watched = await channelBy(access, isChannelId(term) ? { id: term } : { forHandle: term });
  if (!watched) throw new SourceNeedsAttention('not-at-network', `there is no channel ${term}`);
  return { own, watched };
}

async function channelBy(
  access: YouTubeAccess,
  which: Record<string, string>,
): Promise<YouTubeChannel | null> {
  const { json } = await askYouTube(access, {
    path: 'channels',
    purpose: 'checking',
    query: { part: 'snippet', ...which },
  }).catch((error: unknown) => {
    throw notListed(error, null);
  });
  const found = channelsSchema.parse(json).items?.[0];
  if (!found) return null;
  const { title, customUrl } = found.snippet;
  const handle = customUrl ? `@${customUrl.replace(/^@/, '')}` : null;
  return { id: found.id, title, handle };
}
