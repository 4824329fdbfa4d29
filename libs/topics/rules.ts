/** The query language of topics: pure functions, the same on the server and in the console. */
export { describeQueryError, type TopicQueryError, type TopicQueryErrorCode } from './query-error.js';
export { compileTopicQueries, type TopicIndex } from './query-index.js';
export { matchTopicQuery, type TopicDocument } from './query-match.js';
export { type ParsedTopicQuery, parseTopicQuery } from './query-parser.js';
export { printTopicQuery } from './query-print.js';
export { foldText } from './text-fold.js';
export { type TextTokens, tokenizeText } from './text-tokens.js';
export {
  type AuthorTerm,
  type HashtagTerm,
  type LanguageTerm,
  MAX_NEAR_DISTANCE,
  MIN_WILDCARD_LETTERS,
  type NearTerm,
  type NetworkTerm,
  type QueryWord,
  type SiteTerm,
  TOPIC_QUERY_LIMITS,
  type TopicQuery,
  type TopicQueryLimits,
  type WordsTerm,
} from './topic-query.js';
