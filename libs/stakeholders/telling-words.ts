import { fold } from './fold.js';

/** The words of a name that tell it apart from others: the longer ones, in lower case as they are written. */
export function tellingWords(name: string): string[] {
  const words = name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => [...word].length >= SHORTEST && !OF_ANYBODY.has(fold(word)));
  return [...new Set(words)].slice(0, MOST);
}

const SHORTEST = 4;
const MOST = 4;
/** Words that half of all names hold. */
const OF_ANYBODY = new Set(
  (
    'pour dans avec sans chez leur leurs notre nous vous tous toutes from with without their your this that the and ' +
    'association syndicat union groupe group federation collectif comite committee council conseil agence agency ville ' +
    'city mairie press presse clients customers usagers users public general'
  ).split(' '),
);

/** How journalists describe themselves; for the database's expressions, capitals apart. */
export const PRESS_WORDS =
  '(journaliste|journalist|reporter|rédact(?:ion|eur|rice)|editor|correspond[ae]nte?|news(?:paper|room))';
