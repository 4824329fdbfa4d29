import type { TrainingFault } from '#contract/networks';
import { ReplyRefused, RetryLater, SourceNeedsAttention } from '../connector.js';

const RATE_LIMIT_MS = 20_000;

/** What the training network answers instead of publishing, when it plays this fault. */
export function trainingRefusal(fault: Exclude<TrainingFault, 'no_answer'>): Error {
  switch (fault) {
    case 'post_deleted':
      return new ReplyRefused('post-deleted', 'the post that is answered has been deleted');
    case 'author_blocked':
      return new ReplyRefused('author-blocked', 'its author has blocked this account');
    case 'too_long':
      return new ReplyRefused('network-text-too-long', 'the text is too long');
    case 'duplicate':
      return new ReplyRefused('duplicate-text', 'the same text was posted a moment ago');
    case 'refused':
      return new ReplyRefused('network-refused', 'the network does not say why');
    case 'rate_limited':
      return new RetryLater(new Date(Date.now() + RATE_LIMIT_MS), 'too many posts, come back later');
    case 'token_expired':
      return new SourceNeedsAttention('token-expired', 'the token of this account has expired');
  }
}
