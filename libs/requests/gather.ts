import type { EntityManager } from 'typeorm';
import { type LockedMention, lockMentions } from '#mentions';
import type { FieldError, Realm } from '#platform/contract';
import { conflict, invalid } from '#platform/problem';
import { MOST_MENTIONS } from './contract.js';
import { isOver } from './request-life-cycle.js';
import { lockRequest, type RequestRecord } from './request-record.js';

/** Mentions of one realm that may be gathered, their rows locked; those that wait already with their request. */
export interface MentionsToGather {
  realm: Realm;
  mentions: LockedMention[];
  /** By mention: the request that it waits under. */
  waitingUnder: Map<string, string>;
}

/** `field` names the place of each id in what was asked. */
export interface GivenMention {
  id: string;
  field: string;
}

/**
 * Locks the given mentions and refuses, with the field, those that nobody could answer: unknown, answered, closed, or of
 * another realm than the first or than `realm` (rule 9).
 */
export async function lockToGather(
  manager: EntityManager,
  given: readonly GivenMention[],
  realm?: Realm,
): Promise<MentionsToGather> {
  const locked = await lockMentions(
    manager,
    given.map(({ id }) => id),
  );
  const wanted = realm ?? (locked.get(given[0]?.id ?? '')?.realm as Realm | undefined) ?? 'live';
  const errors = given.flatMap(({ id, field }): FieldError[] => {
    const fault = faultOf(locked.get(id), wanted);
    return fault ? [{ field, ...fault, params: { mentionId: id } }] : [];
  });
  if (errors.length > 0) throw invalid(errors);
  const rows: { mentionId: string; requestId: string }[] = await manager.query(
    `select mention_id as "mentionId", request_id as "requestId" from answer_request_mention
     where mention_id = any($1::bigint[]) and standing = 'attached'
       and request_state in ('open', 'drafted', 'in_review', 'ready')`,
    [given.map(({ id }) => id)],
  );
  return {
    realm: wanted,
    mentions: given.flatMap(({ id }) => locked.get(id) ?? []),
    waitingUnder: new Map(rows.map((row) => [row.mentionId, row.requestId])),
  };
}

function faultOf(mention: LockedMention | undefined, realm: Realm): { code: string; detail: string } | null {
  if (!mention) return { code: 'unknown-mention', detail: 'names a mention that does not exist' };
  if (mention.realm !== realm) {
    return {
      code: 'realm-mixed',
      detail: `is of the ${mention.realm} realm: drills and real mentions never mix`,
    };
  }
  if (mention.state === 'answered') {
    return { code: 'mention-already-answered', detail: 'has its reply already' };
  }
  if (mention.state === 'no_reply') {
    return { code: 'mention-closed', detail: 'was closed without a reply; reopen it first' };
  }
  return null;
}

/** The request, locked and not at its end; a mention of it that is asked about meanwhile waits for this lock. */
export async function lockWaiting(manager: EntityManager, requestId: string): Promise<RequestRecord> {
  const request = await lockRequest(manager, requestId);
  if (isOver(request.state))
    throw conflict('request-over', `This request is ${request.state}.`, { state: request.state });
  return request;
}

export function refuseElsewhere(
  { waitingUnder }: MentionsToGather,
  given: readonly GivenMention[],
  requestId: string | null,
): void {
  const errors = given.flatMap(({ id, field }): FieldError[] => {
    const other = waitingUnder.get(id);
    if (other === undefined || other === requestId) return [];
    return [
      {
        field,
        code: 'mention-asked-elsewhere',
        detail: `waits for the answer of request ${other} already`,
        params: { mentionId: id, requestId: other },
      },
    ];
  });
  if (errors.length > 0) throw invalid(errors);
}

/** Puts locked mentions under a request; the caller has refused those of another one, and holds the request's lock. */
export async function gather(
  manager: EntityManager,
  request: Pick<RequestRecord, 'id' | 'realm' | 'state'>,
  mentions: readonly LockedMention[],
  personId: string,
  similarities: ReadonlyMap<string, number> = new Map(),
): Promise<void> {
  await manager.query(
    `insert into answer_request_mention (request_id, mention_id, realm, network, published_at, standing, request_state,
       similarity, added_by, added_at)
     select $1, id, $2, network, published_at, 'attached', $3, similarity, $4, clock_timestamp()
     from unnest($5::bigint[], $6::text[], $7::timestamptz[], $8::real[]) as m(id, network, published_at, similarity)
     on conflict (request_id, mention_id) do update set standing = 'attached', added_by = excluded.added_by,
       added_at = excluded.added_at where answer_request_mention.standing <> 'attached'`,
    [
      request.id,
      request.realm,
      request.state,
      personId,
      mentions.map(({ id }) => id),
      mentions.map(({ network }) => network),
      mentions.map(({ publishedAt }) => publishedAt),
      mentions.map(({ id }) => similarities.get(id) ?? null),
    ],
  );
  // What waits here is not proposed to another request any more.
  await manager.query(
    `delete from answer_request_mention where mention_id = any($1::bigint[]) and standing = 'proposed'`,
    [mentions.map(({ id }) => id)],
  );
  const [row]: { count: number }[] = await manager.query(
    `select count(*)::integer as count from answer_request_mention where request_id = $1 and standing = 'attached'`,
    [request.id],
  );
  if ((row?.count ?? 0) > MOST_MENTIONS) {
    throw invalid([
      {
        field: 'mentionIds',
        code: 'too-many-mentions',
        detail: `would make more than ${MOST_MENTIONS} mentions under one request`,
        params: { most: MOST_MENTIONS },
      },
    ]);
  }
}
