import { LevelSettingsRow } from './level-settings.entity.js';
import { TopicLevelAskRow } from './topic-level-ask.entity.js';
import { TopicLevelEventRow } from './topic-level-event.entity.js';
import { TopicLevelRow } from './topic-level.entity.js';
import { TopicMinuteRow } from './topic-minute.entity.js';

export const LEVELS_ENTITIES = [
  LevelSettingsRow,
  TopicLevelAskRow,
  TopicLevelEventRow,
  TopicLevelRow,
  TopicMinuteRow,
];
