import { AuthorReweigh } from './author-reweigh.entity.js';
import { StakeholderAuthor } from './stakeholder-author.entity.js';
import { StakeholderDismissal } from './stakeholder-dismissal.entity.js';
import { StakeholderMove } from './stakeholder-move.entity.js';
import { StakeholderNote } from './stakeholder-note.entity.js';
import { StakeholderReminder } from './stakeholder-reminder.entity.js';
import { StakeholderRule } from './stakeholder-rule.entity.js';
import { StakeholderTold } from './stakeholder-told.entity.js';
import { Stakeholder } from './stakeholder.entity.js';

export const STAKEHOLDERS_ENTITIES = [
  AuthorReweigh,
  Stakeholder,
  StakeholderAuthor,
  StakeholderDismissal,
  StakeholderMove,
  StakeholderNote,
  StakeholderReminder,
  StakeholderRule,
  StakeholderTold,
];
