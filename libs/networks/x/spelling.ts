import { foldText, tokenizeText } from '#rules/topics';

/** How the words of a query are written in it: X tells accents apart, and our queries do not. */
export interface Spellings {
  /** Folded first, then as it is written. */
  word(folded: string): string[];
  tag(folded: string): string[];
}

export function spellingsOf(source: string): Spellings {
  const words = new Map<string, string>();
  const tags = new Map<string, string>();
  const text = source.normalize('NFC').toLowerCase();
  for (const [, tag = ''] of text.matchAll(/[#＃]([\p{L}\p{N}\p{M}_]+)/gu)) tags.set(foldText(tag), tag);
  for (const [piece] of text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{N}\p{M}]+)*/gu)) {
    for (const word of withoutElisions(piece)) {
      const [folded, ...others] = tokenizeText(word).words;
      if (folded !== undefined && others.length === 0) words.set(folded, word);
    }
  }
  const both = (known: ReadonlyMap<string, string>) => (folded: string) => [
    ...new Set([folded, known.get(folded) ?? folded]),
  ];
  return { word: both(words), tag: both(tags) };
}

/** The piece, and what is left of it without `l'` before or `'s` behind; the shortest that is the same word wins. */
function withoutElisions(piece: string): string[] {
  const parts = piece.split(/['’ʼ]/u);
  const shorter = parts.length > 1 ? [parts.slice(1).join("'"), parts.slice(0, -1).join("'")] : [];
  return [parts.join("'"), ...shorter.filter((part) => part !== '')];
}
