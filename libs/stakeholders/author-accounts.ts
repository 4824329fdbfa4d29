/** Posts of an account are counted up to here. */
const COUNTED = 1000;

/** Columns of an account, from `author a`. */
export const ACCOUNT_COLUMNS = 'a.id, a.network, a.handle, a.name, a.url';
export const MENTIONS_COLUMN = `(
  select count(*)::integer from (
    select from mention m where m.author_id = a.id and m.assessed_at is not null limit ${COUNTED}) counted) as mentions`;
