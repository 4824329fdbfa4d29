import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '#platform/database';
import type { Realm } from '#platform/contract';
import { publishEvents } from '#platform/live';
import { type ComparedAuthor, pairKey, planProposals, type ProposedPair } from './plan-proposals.js';
import { traitsOf } from './same-person.js';

/** Authors compared in one transaction. */
const BATCH = 200;
/** A trait that more authors share tells nobody apart. */
const MOST_SHARING = 30;

type Row = ComparedAuthor & { realm: Realm; erased: boolean };

/**
 * Compares authors that are new or have taken another name with all that share a trait with them, and keeps what is to
 * be proposed. One worker at a time, so that two authors compared at the same moment cannot miss each other. Returns
 * how many were compared; 0 when none is waiting or another worker is at it.
 */
export function findProposals(dataSource: DataSource): Promise<number> {
  return inTransaction(dataSource, async ({ manager }) => {
    const [lock]: { got: boolean }[] = await manager.query(
      `select pg_try_advisory_xact_lock(hashtext('passerelle compares authors')) as got`,
    );
    if (!lock?.got) return 0;
    const batch: { id: string }[] = await manager.query(
      `select id from author where to_compare order by id limit ${BATCH} for no key update skip locked`,
    );
    if (batch.length === 0) return 0;
    const ids = batch.map(({ id }) => id);
    const mine = await readAuthors(manager, ids);
    await forgetErased(
      manager,
      mine.filter(({ erased }) => erased).map(({ id }) => id),
    );
    await keepTraits(manager, ids, mine);
    const candidates = await findCandidates(manager, ids);
    const others = await readAuthors(manager, [...new Set(candidates.map(([, other]) => other))]);
    const decided = await readDecided(manager, ids);
    const planned = planProposals([...mine, ...others], candidates, decided);
    await keepProposals(manager, ids, planned);
    await manager.query('update author set to_compare = false where id = any($1::bigint[])', [ids]);
    const realms = new Map(mine.map(({ id, realm }) => [id, realm]));
    const told = new Set(
      planned.flatMap(({ firstId, secondId }) => realms.get(firstId) ?? realms.get(secondId) ?? []),
    );
    await publishEvents(
      manager,
      [...told].map((realm) => ({ type: 'contact.proposed' as const, realm })),
    );
    return batch.length;
  });
}

function readAuthors(manager: EntityManager, ids: readonly string[]): Promise<Row[]> {
  return manager.query(
    `select a.id, a.realm, a.network, a.handle, a.name, a.url, a.erased_at is not null as erased,
       ca.contact_id as "contactId"
     from author a left join contact_author ca on ca.author_id = a.id where a.id = any($1::bigint[])`,
    [ids],
  );
}

/** Reasons quote handles and names: with the author they go, whatever was decided. */
async function forgetErased(manager: EntityManager, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await manager.query(
    'delete from contact_proposal where first_author_id = any($1::bigint[]) or second_author_id = any($1::bigint[])',
    [ids],
  );
}

async function keepTraits(manager: EntityManager, ids: readonly string[], authors: readonly Row[]) {
  await manager.query('delete from author_trait where author_id = any($1::bigint[])', [ids]);
  // A site alone is no reason, and half a country may share one: nobody is looked for by it.
  const traits = authors.flatMap((author) =>
    traitsOf(author)
      .filter((trait) => !trait.startsWith('same_site '))
      .map((trait) => ({ author_id: author.id, trait: `${author.realm} ${trait}` })),
  );
  await manager.query(
    `insert into author_trait (author_id, trait)
     select author_id, trait from jsonb_to_recordset($1::jsonb) as given(author_id bigint, trait text)
     on conflict do nothing`,
    [JSON.stringify(traits)],
  );
}

async function findCandidates(manager: EntityManager, ids: readonly string[]): Promise<[string, string][]> {
  const rows: { id: string; others: string[] }[] = await manager.query(
    `select t.author_id as id, shared.others::text[] as others
     from author_trait t cross join lateral (
       select array_agg(author_id) as others from (
         select o.author_id from author_trait o where o.trait = t.trait and o.author_id <> t.author_id
         limit ${MOST_SHARING + 1}) o
     ) shared
     where t.author_id = any($1::bigint[]) and cardinality(shared.others) between 1 and ${MOST_SHARING}`,
    [ids],
  );
  return rows.flatMap(({ id, others }) => others.map((other): [string, string] => [id, other]));
}

async function readDecided(manager: EntityManager, ids: readonly string[]): Promise<Set<string>> {
  const rows: { first: string; second: string }[] = await manager.query(
    `select first_author_id as first, second_author_id as second from contact_proposal
     where state <> 'open' and (first_author_id = any($1::bigint[]) or second_author_id = any($1::bigint[]))`,
    [ids],
  );
  return new Set(rows.map(({ first, second }) => pairKey(first, second)));
}

/** Adds what is new, and takes back what a change of name has made groundless; a decision is never touched. */
async function keepProposals(
  manager: EntityManager,
  ids: readonly string[],
  planned: readonly ProposedPair[],
): Promise<void> {
  const rows = JSON.stringify(
    planned.map(({ firstId, secondId, confidence, reasons }) => ({
      first: firstId,
      second: secondId,
      confidence,
      reasons,
    })),
  );
  const given = `jsonb_to_recordset($1::jsonb) as given(first bigint, second bigint, confidence smallint, reasons jsonb)`;
  await manager.query(
    `delete from contact_proposal p
     where p.state = 'open' and (p.first_author_id = any($2::bigint[]) or p.second_author_id = any($2::bigint[]))
       and not exists (
         select from ${given} where first = p.first_author_id and second = p.second_author_id)`,
    [rows, ids],
  );
  await manager.query(
    `insert into contact_proposal (realm, first_author_id, second_author_id, confidence, reasons)
     select a.realm, given.first, given.second, given.confidence, given.reasons
     from ${given} join author a on a.id = given.first order by given.first, given.second
     on conflict (first_author_id, second_author_id)
     do update set confidence = excluded.confidence, reasons = excluded.reasons
       where contact_proposal.state = 'open'`,
    [rows],
  );
}
