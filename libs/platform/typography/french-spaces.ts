const NARROW = '\u202F';
const NO_BREAK = '\u00A0';

/**
 * Spaces of French typography that no line may break at: narrow before `; ? ! %`, a full one before `:` and inside
 * guillemets (Lexique des règles typographiques de l’Imprimerie nationale). Only a space that is there is set right, so
 * times (10:30), addresses and `:)` stay as they are, and so does whatever stands in `{{…}}`.
 */
export function frenchSpaces(text: string): string {
  return text.replaceAll(PLACES, (found) => {
    if (found.startsWith('{{')) return found;
    if (found.startsWith('«')) return `«${NO_BREAK}`;
    if (found.endsWith('»')) return `${NO_BREAK}»`;
    return found.endsWith(':') ? `${NO_BREAK}:` : `${NARROW}${found.slice(1)}`;
  });
}

/** `:` and `;` at the end of a word's face are no punctuation: what follows must be a space, a closing mark or nothing. */
const PLACES = /\{\{.*?\}\}|«[ \u00A0\u202F]|[ \u00A0\u202F](?:»|[?!%]|[:;](?=[\s»]|\{\{|$))/g;

/** The same for every text in a tree of words. */
export function frenchSpacesThroughout<T>(words: T): T {
  if (typeof words === 'string') return frenchSpaces(words) as T;
  if (Array.isArray(words)) return words.map((word: unknown) => frenchSpacesThroughout(word)) as T;
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(
    Object.entries(words).map(([key, word]) => [key, frenchSpacesThroughout<unknown>(word)]),
  ) as T;
}

/** A French sentence with values in it: its own spaces are set right, the values stay as they are. */
export function french(parts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return parts.map((part, place) => `${frenchSpaces(part)}${values[place] ?? ''}`).join('');
}
