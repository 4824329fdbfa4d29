import { AuthorDay } from './author-day.entity.js';
import { MentionCounter } from './mention-counter.entity.js';
import { MentionTally } from './mention-tally.entity.js';
import { MentionTopic } from './mention-topic.entity.js';
import { TopicTally } from './topic-tally.entity.js';
import { TopicReply } from './topic-reply.entity.js';
import { TopicRow } from './topic.entity.js';

export const TOPICS_ENTITIES = [
  TopicRow,
  MentionTopic,
  MentionCounter,
  MentionTally,
  TopicTally,
  TopicReply,
  AuthorDay,
];
