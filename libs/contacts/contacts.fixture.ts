import { drainQueue, type IncomingMention, storePage } from '#mentions';
import type { Actor } from '#platform/http';
import { type SpecWorkspace, specWorkspace } from '../mentions/workspace.fixture.js';
import { ContactsService, nameOnly } from './contacts.service.js';
import { ContactExchangeService } from './exchange.service.js';
import { findProposals } from './find-proposals.js';
import { ContactHistoryService } from './history.service.js';
import { MergeAndEraseService } from './merge-and-erase.service.js';
import { ProposalsService } from './proposals.service.js';

export let space: SpecWorkspace;
export let anna: Actor;
export let boss: Actor;
export let contacts: ContactsService;
export let ends: MergeAndEraseService;
export let proposals: ProposalsService;
export let history: ContactHistoryService;
export let exchange: ContactExchangeService;
let posts = 0;

/** Begins a spec of this folder: a database of its own, two people, and everything that is done to contacts. */
export async function startContacts(): Promise<void> {
  space = await specWorkspace();
  anna = await space.person('Anna', 'community_manager');
  boss = await space.person('Root', 'administrator');
  contacts = new ContactsService(space.dataSource);
  ends = new MergeAndEraseService(space.dataSource);
  proposals = new ProposalsService(space.dataSource);
  history = new ContactHistoryService(space.dataSource);
  exchange = new ContactExchangeService(space.dataSource);
}

export async function stopContacts(): Promise<void> {
  await space?.close();
}

export const query = (sql: string, values: unknown[] = []) => space.dataSource.query(sql, values);
export const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );

/** One post by an account; returns the mention and the author. */
export async function post(network: string, handle: string | null, given: Partial<IncomingMention> = {}) {
  posts += 1;
  const [outcome] = await storePage(space.dataSource, [
    {
      realm: network === 'training' ? 'training' : 'live',
      network,
      externalId: `contact-post-${posts}`,
      author: { handle, name: given.author?.name ?? null, url: given.author?.url ?? null },
      text: `Where is my bus, post ${posts}?`,
      publishedAt: new Date(Date.UTC(2026, 8, 1, 8, posts)),
      ...(given.text === undefined ? {} : { text: given.text }),
      ...(given.own === undefined ? {} : { own: given.own }),
    },
  ]);
  await drainQueue(space.dataSource);
  if (!outcome || outcome.outcome !== 'stored') throw new Error(JSON.stringify(outcome));
  const [row] = await query('select author_id from mention where id = $1', [outcome.mentionId]);
  return { mentionId: outcome.mentionId, authorId: row.author_id as string };
}
export const named = (name: string, authorIds: string[] = [], realm: 'live' | 'training' = 'live') =>
  contacts.create(anna, { ...nameOnly(name), realm, authorIds });
export const actions = async (contactId: string) =>
  (
    await query(
      `select action from audit_entry where subject_type = 'contact' and subject_id = $1 order by position`,
      [contactId],
    )
  ).map(({ action }: { action: string }) => action);
export async function compareAll() {
  while ((await findProposals(space.dataSource)) > 0);
}
export const open = async (authorId: string) =>
  (await proposals.list({ realm: 'live', authorId, limit: 20 })).items;
