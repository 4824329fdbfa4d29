import { diffWordsWithSpace } from 'diff';

/** A run of words that both texts have, or only one of them. */
export interface DifferencePiece {
  text: string;
  kind: 'same' | 'added' | 'removed';
}

/** What changed from one text to another, word by word, spaces kept. */
export function wordDifference(before: string, after: string): DifferencePiece[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    text: value,
    kind: added ? 'added' : removed ? 'removed' : 'same',
  }));
}
