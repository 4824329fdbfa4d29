import { wordHash } from './feature-hash.js';

/** How much all words and marks of a text count together, all runs of characters, and the words of the language. */
export const WEIGHT_OF_GROUP: readonly number[] = [1, 1, 0.7];

/** Words after which the next ones are read as denied, in the languages of the training data. */
export const NEGATION_WORDS: ReadonlySet<number> = new Set(
  (
    'not no never nor without cannot cant dont didnt doesnt isnt wasnt wont aint t ' +
    'ne n pas jamais rien aucun aucune sans ni nicht kein keine keinen nie niemals ohne ' +
    'non mai senza nessun nessuna nao nunca nem sem nada tampoco sin jamas ' +
    'لا لم لن ليس ما مش غير nahi nahin nai mat'
  )
    .split(' ')
    .map(wordHash),
);
