import { MentionCounter } from './mention-counter.entity.js';
import { MentionTopic } from './mention-topic.entity.js';
import { TopicRow } from './topic.entity.js';

export const TOPICS_ENTITIES = [TopicRow, MentionTopic, MentionCounter];
