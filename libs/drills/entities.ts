import { DrillInjectRow } from './drill-inject.entity.js';
import { DrillNoteRow } from './drill-note.entity.js';
import { DrillPictureRow } from './drill-picture.entity.js';
import { DrillScenarioRow } from './drill-scenario.entity.js';
import { DrillScoreRow } from './drill-score.entity.js';
import { DrillSpellRow } from './drill-spell.entity.js';
import { DrillRow } from './drill.entity.js';

export const DRILLS_ENTITIES = [
  DrillPictureRow,
  DrillScenarioRow,
  DrillRow,
  DrillSpellRow,
  DrillInjectRow,
  DrillNoteRow,
  DrillScoreRow,
];
