import type { TopicDocument } from './query-match.js';
import { tokenizeText } from './text-tokens.js';

/** What a topic query needs to know of a mention. */
export interface MatchableMention {
  text: string;
  authorHandle: string | null;
  authorName: string | null;
  language: string;
  languageKnown: boolean;
  network: string;
}

/** A mention as topic queries see it: the same for classification, for re-matching and for the preview. */
export function topicDocument(mention: MatchableMention): TopicDocument {
  return {
    tokens: tokenizeText(mention.text),
    author: mention.authorHandle ?? mention.authorName,
    language: mention.languageKnown ? mention.language : null,
    network: mention.network,
  };
}
