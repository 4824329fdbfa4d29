import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type {
  AttachedAuthorView,
  attachAuthor,
  decideAuthorProposal,
  listAuthorProposals,
  listStakeholderAuthors,
  readMentionStakeholder,
} from '#contract/stakeholders';
import type { InputOf, ResponseOf } from '#platform/contract';
import { decodeCursor, encodeCursor, inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { conflict, invalidField, notFound } from '#platform/problem';
import { announceChanges } from './announce-changes.js';
import { attachOne, detachOne, dismiss } from './attach-authors.js';
import { ACCOUNT_COLUMNS, MENTIONS_COLUMN } from './author-accounts.js';
import { findProposals } from './find-proposals.js';
import type { StakeholderCategory } from './categories.js';
import { salienceClass } from './salience.js';
import { lockStakeholder, readStakeholderView, refuseUnchangeable } from './stakeholder-record.js';

type Asked = InputOf<typeof attachAuthor>['params'];

/** Who speaks for a stakeholder: by hand, by rule, by a proposal that somebody took. */
@Injectable()
export class StakeholderAuthorsService {
  constructor(private readonly dataSource: DataSource) {}

  async list(
    stakeholderId: string,
    { cursor, limit }: InputOf<typeof listStakeholderAuthors>['query'],
  ): Promise<ResponseOf<typeof listStakeholderAuthors>> {
    await readStakeholderView(this.dataSource.manager, stakeholderId);
    const [at, id] = cursor === undefined ? ['infinity', '0'] : readCursor(cursor);
    const rows: (Omit<AttachedAuthorView, 'at'> & { at: Date; place: string })[] =
      await this.dataSource.query(
        `select ${ACCOUNT_COLUMNS}, ${MENTIONS_COLUMN}, sa.how, sa.reason as reasons, p.name as by,
           sa.attached_at as at, to_char(sa.attached_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
         from stakeholder_author sa join author a on a.id = sa.author_id left join person p on p.id = sa.attached_by
         where sa.stakeholder_id = $1 and (sa.attached_at, sa.author_id) < ($2::timestamptz, $3::bigint)
         order by sa.attached_at desc, sa.author_id desc limit $4`,
        [stakeholderId, at, id, limit + 1],
      );
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map(({ place: _, ...author }) => ({ ...author, at: author.at.toISOString() })),
      next: rows.length > items.length && last ? encodeCursor([last.place, last.id]) : null,
    };
  }

  attach(actor: Actor, { stakeholderId, authorId }: Asked, why: string): Promise<null> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const reasons = why === '' ? [] : [{ code: 'hand' as const, value: why }];
      await this.attachTo(manager, actor, stakeholderId, authorId, 'hand', reasons);
      return null;
    });
  }

  detach(actor: Actor, { stakeholderId, authorId }: Asked): Promise<null> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const { realm } = await lockStakeholder(manager, stakeholderId);
      await detachOne(manager, stakeholderId, authorId, actor.personId);
      await announceChanges(manager, actor, [
        { stakeholderId, realm, action: 'author_detached', after: { authorId } },
      ]);
      return null;
    });
  }

  async proposals(stakeholderId: string): Promise<ResponseOf<typeof listAuthorProposals>> {
    const stakeholder = await readStakeholderView(this.dataSource.manager, stakeholderId);
    return { items: await findProposals(this.dataSource.manager, stakeholder) };
  }

  decide(
    actor: Actor,
    { stakeholderId, authorId }: Asked,
    { decision }: InputOf<typeof decideAuthorProposal>['body'],
  ): Promise<null> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const stakeholder = await lockStakeholder(manager, stakeholderId);
      const proposed = (await findProposals(manager, stakeholder)).find(({ id }) => id === authorId);
      if (!proposed) throw conflict('author-not-proposed', 'This account is not proposed any more.');
      if (decision === 'attach') {
        await this.attachTo(manager, actor, stakeholderId, authorId, 'proposal', proposed.reasons);
      } else {
        await dismiss(manager, stakeholderId, authorId, actor.personId);
        await announceChanges(manager, actor, [
          { stakeholderId, realm: stakeholder.realm, action: 'proposal_dismissed', after: { authorId } },
        ]);
      }
      return null;
    });
  }

  async ofMention(mentionId: string): Promise<ResponseOf<typeof readMentionStakeholder>> {
    const [row]: OfMention[] = await this.dataSource.query(OF_MENTION, [mentionId]);
    if (!row) throw notFound('mention-not-found', 'There is no such mention.');
    const { author, stakeholder } = row;
    if (stakeholder === null) return { author, stakeholder };
    const { power, legitimacy, urgency, ...rest } = stakeholder;
    return {
      author,
      stakeholder: { ...rest, salience: salienceClass({ power, legitimacy, urgency }) },
    };
  }

  private async attachTo(
    manager: EntityManager,
    actor: Actor,
    stakeholderId: string,
    authorId: string,
    how: 'hand' | 'proposal',
    reasons: AttachedAuthorView['reasons'],
  ): Promise<void> {
    const stakeholder = await lockStakeholder(manager, stakeholderId);
    refuseUnchangeable(stakeholder);
    const given = { how, reasons, personId: actor.personId };
    if (!(await attachOne(manager, stakeholder, authorId, given))) return;
    await announceChanges(manager, actor, [
      { stakeholderId, realm: stakeholder.realm, action: 'author_attached', after: { authorId, how } },
    ]);
  }
}

type Known = ResponseOf<typeof readMentionStakeholder>;

interface OfMention {
  author: Known['author'];
  stakeholder: {
    id: string;
    name: string;
    category: StakeholderCategory;
    owner: { id: string; name: string } | null;
    reasons: AttachedAuthorView['reasons'];
    power: boolean;
    legitimacy: boolean;
    urgency: boolean;
  } | null;
}

const OF_MENTION = `
  select
    case when a.id is not null then jsonb_build_object('id', a.id::text, 'network', a.network, 'handle', a.handle,
      'name', a.name, 'url', a.url) end as author,
    case when s.id is not null then jsonb_build_object('id', s.id::text, 'name', s.name, 'category', s.category,
      'power', s.has_power, 'legitimacy', s.has_legitimacy, 'urgency', s.has_urgency, 'reasons', sa.reason,
      'owner', case when p.id is not null then jsonb_build_object('id', p.id::text, 'name', p.name) end) end
      as stakeholder
  from mention_identity i
  join mention m on m.id = i.mention_id and m.published_at = i.published_at
  left join author a on a.id = m.author_id and a.erased_at is null
  left join stakeholder_author sa on sa.author_id = a.id
  left join stakeholder s on s.id = sa.stakeholder_id and s.archived_at is null
  left join person p on p.id = s.owner_id
  where i.mention_id = $1 and m.assessed_at is not null and not m.own`;

/** Moment and id that a page goes on from. */
export function readCursor(cursor: string): [string, string] {
  const [at, id] = decodeCursor(cursor, 2) ?? [];
  if (
    typeof at === 'string' &&
    /^\d{4,6}-\d\d-\d\dT[\d:.]+Z$/.test(at) &&
    !Number.isNaN(Date.parse(at)) &&
    typeof id === 'string' &&
    /^\d{1,18}$/.test(id)
  )
    return [at, id];
  throw invalidField('cursor', 'cursor-invalid', 'is not a cursor of this list');
}
