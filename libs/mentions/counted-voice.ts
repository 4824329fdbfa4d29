import type { Assessment } from '#classification';
import type { CounterMove } from '#topics';

/** Under whose voice a mention is counted. */
export function voiceCounted(
  mention: { authorHandle: string | null; authorName: string | null; authorFollowers: number | null },
  { sentiment, authorKind }: Pick<Assessment, 'sentiment' | 'authorKind'>,
): Pick<CounterMove, 'negative' | 'voice' | 'author' | 'followers'> {
  return {
    negative: sentiment === 'negative',
    voice: authorKind ?? 'unknown',
    author: mention.authorHandle ?? mention.authorName,
    followers: mention.authorFollowers ?? 0,
  };
}
