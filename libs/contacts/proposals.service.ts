import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import type {
  ContactAuthorView,
  ContactProposalView,
  decideContactProposal,
  listContactProposals,
} from '#contract/contacts';
import type { InputOf, Realm, ResponseOf } from '#platform/contract';
import { decodeCursor, encodeCursor, inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { publishEvents } from '#platform/live';
import { conflict, invalidField, notFound } from '#platform/problem';
import { announceChanges } from './announce-changes.js';
import { AUTHOR_JSON, changeable, lockContacts } from './contact-record.js';
import { nameOnly } from './contacts.service.js';
import { linkAuthors } from './link-authors.js';
import { CONFIDENCES, type SamePersonReason } from './same-person.js';
import { insertContacts, touchContacts } from './write-contact.js';

interface ProposalRow {
  id: string;
  realm: Realm;
  rank: number;
  reasons: SamePersonReason[];
  foundAt: Date;
  authors: ContactAuthorView[];
  contact: { id: string; name: string } | null;
}

interface Decided {
  id: string;
  realm: Realm;
  state: string;
  authorIds: string[];
}

/** Accounts that may be one person, until somebody has decided. */
@Injectable()
export class ProposalsService {
  constructor(private readonly dataSource: DataSource) {}

  async list({
    realm,
    authorId,
    cursor,
    limit,
  }: InputOf<typeof listContactProposals>['query']): Promise<ResponseOf<typeof listContactProposals>> {
    const after = cursor === undefined ? null : readCursor(cursor);
    const rows: ProposalRow[] = await this.dataSource.query(
      `select p.id, p.realm, p.confidence as rank, p.reasons, p.found_at as "foundAt",
         (select jsonb_agg(${AUTHOR_JSON} order by a.id) from author a
            left join contact_author ca on ca.author_id = a.id
          where a.id in (p.first_author_id, p.second_author_id)) as authors,
         (select jsonb_build_object('id', c.id::text, 'name', c.name) from contact_author ca
            join contact c on c.id = ca.contact_id
          where ca.author_id in (p.first_author_id, p.second_author_id) limit 1) as contact
       from (
         select * from contact_proposal p
         where p.state = 'open' and p.realm = $1
           and ($2::bigint is null or p.first_author_id = $2 or p.second_author_id = $2)
           and ($3::smallint is null or (p.confidence, p.id) < ($3::smallint, $4::bigint))
           and not (exists (select from contact_author where author_id = p.first_author_id)
             and exists (select from contact_author where author_id = p.second_author_id))
         order by p.confidence desc, p.id desc limit $5
       ) p
       order by p.confidence desc, p.id desc`,
      [realm, authorId ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map(view),
      next: rows.length > items.length && last ? encodeCursor([last.rank, last.id]) : null,
    };
  }

  /** Once decided, a pair is never proposed again. */
  decide(
    actor: Actor,
    proposalId: string,
    { decision }: InputOf<typeof decideContactProposal>['body'],
  ): Promise<ResponseOf<typeof decideContactProposal>> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const proposal = await this.lock(manager, proposalId);
      const contactId = decision === 'confirm' ? await this.bringTogether(manager, actor, proposal) : null;
      await manager.query(
        `update contact_proposal set state = $2, decided_by = $3, decided_at = clock_timestamp() where id = $1`,
        [proposalId, decision === 'confirm' ? 'confirmed' : 'dismissed', actor.personId],
      );
      await publishEvents(manager, [{ type: 'contact.proposed', realm: proposal.realm }]);
      await recordDecision(manager, {
        actor,
        action: decision === 'confirm' ? 'contact_proposal.confirmed' : 'contact_proposal.dismissed',
        subjectType: 'contact_proposal',
        subjectId: proposalId,
        before: { state: 'open' },
        after: { authorIds: proposal.authorIds, contactId },
      });
      return { contactId };
    });
  }

  private async lock(manager: EntityManager, proposalId: string): Promise<Decided> {
    const [row]: Decided[] = await manager.query(
      `select id, realm, state, array[first_author_id, second_author_id]::text[] as "authorIds"
       from contact_proposal where id = $1 for update`,
      [proposalId],
    );
    if (!row) throw notFound('proposal-not-found', 'There is no such proposal.');
    if (row.state !== 'open') {
      throw conflict('proposal-decided', 'Somebody has decided this proposal already.', { state: row.state });
    }
    return row;
  }

  /** Into the contact that one of them has, or into a new one. */
  private async bringTogether(manager: EntityManager, actor: Actor, proposal: Decided): Promise<string> {
    const linked: { contactId: string }[] = await manager.query(
      `select distinct contact_id as "contactId" from contact_author where author_id = any($1::bigint[])`,
      [proposal.authorIds],
    );
    if (linked.length > 1) {
      throw conflict(
        'authors-in-two-contacts',
        'Both accounts belong to contacts of their own by now; merge the contacts instead.',
      );
    }
    const via = { via: 'proposal', personId: actor.personId } as const;
    const [known] = linked;
    if (known) {
      const contact = changeable(await lockContacts(manager, [known.contactId]), known.contactId);
      const authorIds = await linkAuthors(manager, contact, proposal.authorIds, via);
      const [after] = await touchContacts(manager, [contact.id]);
      if (after)
        await announceChanges(manager, actor, [
          { contact: after, change: 'author_linked', after: { authorIds, proposalId: proposal.id } },
        ]);
      return contact.id;
    }
    const [names]: { name: string }[] = await manager.query(
      `select coalesce(name, handle, url) as name from author where id = any($1::bigint[])
       order by name is null, length(name) desc, id limit 1`,
      [proposal.authorIds],
    );
    const fields = nameOnly((names?.name ?? '?').slice(0, 200));
    const [contact] = await insertContacts(manager, proposal.realm, [fields], actor.personId);
    if (!contact) throw new Error('a contact was not stored');
    const authorIds = await linkAuthors(manager, contact, proposal.authorIds, via);
    await announceChanges(manager, actor, [
      { contact, change: 'created', after: { authorIds, proposalId: proposal.id } },
    ]);
    return contact.id;
  }
}

function readCursor(cursor: string): [number, string] {
  const [rank, id] = decodeCursor(cursor, 2) ?? [];
  if (typeof rank === 'number' && Number.isInteger(rank) && rank > 0 && rank < 4 && typeof id === 'string')
    if (/^\d{1,18}$/.test(id)) return [rank, id];
  throw invalidField('cursor', 'cursor-invalid', 'is not a cursor of this list');
}

function view({ rank, foundAt, ...row }: ProposalRow): ContactProposalView {
  return {
    ...row,
    confidence: CONFIDENCES[rank - 1] ?? 'possible',
    foundAt: foundAt.toISOString(),
  };
}
