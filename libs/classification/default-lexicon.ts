import { LEXICON_EN } from './lexicon-en.js';
import type { LexiconEntry } from './lexicon-entry.js';
import { LEXICON_FR } from './lexicon-fr.js';

/** The lexicon that a new workspace starts with; people edit their own copy of it. */
export const DEFAULT_LEXICON: readonly LexiconEntry[] = [...LEXICON_FR, ...LEXICON_EN];
