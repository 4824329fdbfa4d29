/** Words typed into a search box, in order; the last one is still being typed. */
export function searchWords(search: string): string[] {
  return Array.from(search.matchAll(/[\p{L}\p{N}]+/gu), ([word]) =>
    word.normalize('NFC').toLocaleLowerCase('fr'),
  ).slice(0, 20);
}
