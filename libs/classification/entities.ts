import { LexiconEntryRow } from './lexicon-entry.entity.js';

export const CLASSIFICATION_ENTITIES = [LexiconEntryRow];
