/** The longest text that a mention may have; a post of Facebook can be six times as long. */
const LONGEST = 10_000;
/** A picture without a word is shown as such. */
const NO_WORDS = '[…]';

/** The first of these texts that says something, cut where it is too long to be kept. */
export function keptWords(...given: (string | null | undefined)[]): string {
  const words = given.find((one) => one?.trim())?.trim() ?? NO_WORDS;
  return words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words;
}
