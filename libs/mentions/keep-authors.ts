import type { EntityManager } from 'typeorm';
import type { CheckedMention } from './incoming-mention.js';
import type { NewMention } from './insert-mentions.js';

/** A mention with the identity it was just given. */
export type IdentifiedMention = Omit<NewMention, 'authorId'>;

/** What tells two authors of one network apart; null when the network names nobody. */
export function authorKey({ authorHandle, authorUrl }: AuthorFields): string | null {
  const key = (authorHandle ?? authorUrl ?? '').replace(/^@+/, '').toLowerCase();
  return key === '' ? null : key;
}
type AuthorFields = Pick<CheckedMention, 'authorHandle' | 'authorUrl'>;

interface AuthorRow {
  id: string;
  network: string;
  key: string;
  name: string | null;
  url: string | null;
  bio: string | null;
}

/**
 * Gives each mention the row of its author, made where there is none. A page by known authors costs one statement and
 * locks nothing: a row is written only when it is new or the author has taken another name or description. Rows are taken in the order
 * of their keys, after the identities of the page, so that pages wait for each other instead of deadlocking.
 */
export async function keepAuthors(
  manager: EntityManager,
  mentions: readonly IdentifiedMention[],
): Promise<NewMention[]> {
  const wanted = new Map<string, IdentifiedMention>();
  for (const mention of mentions) {
    const place = placeOf(mention);
    const before = place === null ? undefined : wanted.get(place);
    if (place !== null && (!before || before.publishedAt <= mention.publishedAt)) wanted.set(place, mention);
  }
  const sorted = [...wanted].sort(([a], [b]) => (a < b ? -1 : 1));
  const known = await readAuthors(manager, sorted);
  const missing = sorted.filter(([place]) => !known.has(place));
  for (const [place, row] of await addAuthors(manager, missing)) known.set(place, row);
  // Somebody else has just made them: their rows are visible now.
  const raced = sorted.filter(([place]) => !known.has(place));
  for (const [place, row] of await readAuthors(manager, raced)) known.set(place, row);
  await renameAuthors(manager, sorted, known);
  return mentions.map((mention) => ({ ...mention, authorId: known.get(placeOf(mention) ?? '')?.id ?? null }));
}

/** Own posts have no author: the organisation is nobody's contact. */
function placeOf(mention: IdentifiedMention): string | null {
  const key = authorKey(mention);
  return mention.own || key === null ? null : `${mention.network} ${key}`;
}

type Wanted = readonly (readonly [place: string, mention: IdentifiedMention])[];

async function readAuthors(manager: EntityManager, wanted: Wanted): Promise<Map<string, AuthorRow>> {
  if (wanted.length === 0) return new Map();
  const rows: AuthorRow[] = await manager.query(
    `select a.id, a.network, a.key, a.name, a.url, a.bio
     from unnest($1::text[], $2::text[]) as wanted(network, key) join author a using (network, key)`,
    [wanted.map(([, one]) => one.network), wanted.map(([, one]) => authorKey(one))],
  );
  return byPlace(rows);
}

async function addAuthors(manager: EntityManager, wanted: Wanted): Promise<Map<string, AuthorRow>> {
  if (wanted.length === 0) return new Map();
  const rows: AuthorRow[] = await manager.query(
    `insert into author (realm, network, key, handle, name, url, bio)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
     on conflict (network, key) do nothing
     returning id, network, key, name, url, bio`,
    [
      wanted.map(([, one]) => one.realm),
      wanted.map(([, one]) => one.network),
      wanted.map(([, one]) => authorKey(one)),
      wanted.map(([, one]) => one.authorHandle),
      wanted.map(([, one]) => one.authorName),
      wanted.map(([, one]) => one.authorUrl),
      wanted.map(([, one]) => one.authorBio),
    ],
  );
  return byPlace(rows);
}

/** The author of a feed is the medium: whoever signed an article does not rename it. */
async function renameAuthors(
  manager: EntityManager,
  wanted: Wanted,
  known: ReadonlyMap<string, AuthorRow>,
): Promise<void> {
  const renamed = wanted.flatMap(([place, one]) => {
    const row = known.get(place);
    if (!row || one.network === 'feed') return [];
    const [name, url, bio] = [one.authorName ?? row.name, one.authorUrl ?? row.url, one.authorBio ?? row.bio];
    const same = name === row.name && url === row.url;
    return same && bio === row.bio ? [] : [{ id: row.id, name, url, bio, same }];
  });
  if (renamed.length === 0) return;
  await manager.query(
    `update author set name = given.name, url = given.url, bio = given.bio, to_attach = true,
       to_compare = author.to_compare or not given.same
     from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::boolean[]) as given(id, name, url, bio, same)
     where author.id = given.id`,
    [
      renamed.map(({ id }) => id),
      renamed.map(({ name }) => name),
      renamed.map(({ url }) => url),
      renamed.map(({ bio }) => bio),
      renamed.map(({ same }) => same),
    ],
  );
}

function byPlace(rows: readonly AuthorRow[]): Map<string, AuthorRow> {
  return new Map(rows.map((row) => [`${row.network} ${row.key}`, row]));
}
