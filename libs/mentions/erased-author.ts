/** What the tallies call an author whose names were taken away, before the number of the author's row. */
export const ERASED = 'erased ';

const CALLED_ERASED = new RegExp(`^${ERASED}\\d+$`);

/** Whether the name in a tally stands for somebody who was erased. Handles have no spaces; nobody else is called so. */
export function isErasedAuthor(author: string): boolean {
  return CALLED_ERASED.test(author);
}
