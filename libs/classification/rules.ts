/** The pure rules of classification, also for the browser. Language detection stands apart, in `language.ts`. */
export * from './assessment.js';
export * from './assess.js';
export * from './compiled-lexicon.js';
export * from './default-lexicon.js';
export * from './level.js';
export * from './lexicon-entry.js';
export type { TextModel } from './text-model.js';
export { tokenise, type Token } from './tokens.js';
