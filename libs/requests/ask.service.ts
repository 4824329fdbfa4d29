import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import type { LockedMention } from '#mentions';
import { inTransaction } from '#platform/database';
import { conflict, invalid, invalidField, notFound } from '#platform/problem';
import { hasUnsafeCharacters } from '#rules/answers';
import { dueTime, moreUrgent } from './due-time.js';
import { gather, type GivenMention, lockToGather, lockWaiting, refuseElsewhere } from './gather.js';
import { type RequestPerson, tellScreens } from './move-request.js';
import type { RequestRecord } from './request-record.js';
import { currentDueMinutes } from './request-settings.js';
import { tellAsked } from './tell-people.js';

export interface Asked {
  mentionId: string;
  departmentIds: readonly string[];
  question: string;
  similarMentionIds: readonly string[];
}

/** Asking for an answer, and which mentions wait for it. */
@Injectable()
export class AskService {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Asks for an answer. From a mention that waits for one already it joins that request, brings the further mentions and
   * departments along and leaves the question as it was. Of two who ask at the same moment the second joins the first:
   * the mentions' rows are locked before anybody looks.
   */
  ask(asked: Asked, asker: RequestPerson, now = new Date()): Promise<{ requestId: string; joined: boolean }> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const departmentIds = [...new Set(asked.departmentIds)];
      await refuseBadQuestion(manager, asked.question, asked.departmentIds);
      const similar = [...new Set(asked.similarMentionIds)].filter((id) => id !== asked.mentionId);
      const given: GivenMention[] = [
        { id: asked.mentionId, field: 'mentionId' },
        ...similar.map((id) => ({
          id,
          field: `similarMentionIds.${asked.similarMentionIds.indexOf(id)}`,
        })),
      ];
      const found = await lockToGather(manager, given);
      const known = found.waitingUnder.get(asked.mentionId) ?? null;
      refuseElsewhere(found, given, known);
      if (known !== null) {
        await this.join(manager, known, found.mentions, departmentIds, asker, now);
        return { requestId: known, joined: true };
      }
      const level = Math.max(...found.mentions.map((mention) => mention.level));
      const dueAt = dueTime(level, now, (await currentDueMinutes(manager)).minutes);
      const [row]: { id: string }[] = await manager.query(
        `insert into answer_request (realm, state, question, level, department_ids, asked_by, asked_at, due_at)
         values ($1, 'open', $2, $3, $4, $5, $6, $7) returning id`,
        [found.realm, asked.question, level, departmentIds, asker.personId, now, dueAt],
      );
      if (!row) throw new Error('a request was not inserted');
      const request = { id: row.id, realm: found.realm, state: 'open' as const };
      await gather(manager, request, found.mentions, asker.personId);
      await tellScreens(manager, request);
      const told = { id: row.id, realm: request.realm, question: asked.question, level, departmentIds };
      await tellAsked(manager, told, departmentIds, asker);
      await recordDecision(manager, {
        actor: asker,
        action: 'request.asked',
        subjectType: 'answer_request',
        subjectId: row.id,
        after: {
          state: 'open',
          question: asked.question,
          departmentIds,
          level,
          dueAt: dueAt.toISOString(),
          mentionIds: found.mentions.map(({ id }) => id),
        },
      });
      return { requestId: row.id, joined: false };
    });
  }

  /** Gathers further mentions; those proposed among them are accepted. */
  attach(
    requestId: string,
    mentionIds: readonly string[],
    person: RequestPerson,
    now = new Date(),
  ): Promise<void> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const [known]: { realm: RequestRecord['realm'] }[] = await manager.query(
        'select realm from answer_request where id = $1',
        [requestId],
      );
      if (!known) throw notFound('request-not-found', `There is no answer request ${requestId}.`);
      const ids = [...new Set(mentionIds)];
      const given = ids.map((id) => ({ id, field: `mentionIds.${mentionIds.indexOf(id)}` }));
      const found = await lockToGather(manager, given, known.realm);
      refuseElsewhere(found, given, requestId);
      await this.join(manager, requestId, found.mentions, [], person, now);
    });
  }

  /** Takes a mention out, or refuses a proposed one: it is not proposed again. */
  detach(requestId: string, mentionId: string, person: RequestPerson): Promise<void> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const request = await lockWaiting(manager, requestId);
      const rows: { id: string; standing: string }[] = await manager.query(
        `select mention_id as id, standing from answer_request_mention where request_id = $1 and standing <> 'removed'`,
        [requestId],
      );
      const one = rows.find(({ id }) => id === mentionId);
      if (!one) throw notFound('mention-not-gathered', `Mention ${mentionId} is not under this request.`);
      const attached = rows.filter(({ standing }) => standing === 'attached');
      if (one.standing === 'attached' && attached.length === 1) {
        throw conflict('last-mention', 'A request is about a mention at least; withdraw it instead.');
      }
      await manager.query(
        `update answer_request_mention set standing = 'removed', added_by = $3, added_at = clock_timestamp()
         where request_id = $1 and mention_id = $2`,
        [requestId, mentionId, person.personId],
      );
      await tellScreens(manager, request);
      await recordDecision(manager, {
        actor: person,
        action: 'request.mention_removed',
        subjectType: 'answer_request',
        subjectId: requestId,
        before: { mentionId, standing: one.standing },
        after: { mentionId, standing: 'removed' },
      });
    });
  }

  private async join(
    manager: EntityManager,
    requestId: string,
    mentions: readonly LockedMention[],
    departmentIds: readonly string[],
    person: RequestPerson,
    now: Date,
  ): Promise<void> {
    const request = await lockWaiting(manager, requestId);
    const before: { id: string }[] = await manager.query(
      `select mention_id as id from answer_request_mention where request_id = $1 and standing = 'attached'`,
      [requestId],
    );
    const fresh = mentions.filter(({ id }) => !before.some((one) => one.id === id));
    const departments = [...new Set([...request.departmentIds, ...departmentIds])];
    if (fresh.length === 0 && departments.length === request.departmentIds.length) return;
    await gather(manager, request, fresh, person.personId);
    const { minutes } = await currentDueMinutes(manager);
    const { level, dueAt } = moreUrgent(request, Math.max(0, ...fresh.map((one) => one.level)), now, minutes);
    await manager.query(
      'update answer_request set level = $2, due_at = $3, department_ids = $4 where id = $1',
      [requestId, level, dueAt, departments],
    );
    await tellScreens(manager, request);
    const added = departments.filter((id) => !request.departmentIds.includes(id));
    if (added.length > 0) await tellAsked(manager, { ...request, level }, added, person);
    await recordDecision(manager, {
      actor: person,
      action: 'request.joined',
      subjectType: 'answer_request',
      subjectId: requestId,
      before: { departmentIds: request.departmentIds, level: request.level },
      after: { mentionIds: fresh.map(({ id }) => id), departmentIds: departments, level },
    });
  }
}

async function refuseBadQuestion(
  manager: EntityManager,
  question: string,
  departmentIds: readonly string[],
): Promise<void> {
  if (hasUnsafeCharacters(question)) {
    throw invalidField(
      'question',
      'characters-not-allowed',
      'contains a control character or one that turns the direction of the text',
    );
  }
  const known: { id: string }[] = await manager.query(
    'select id from department where id = any($1::bigint[])',
    [departmentIds],
  );
  const errors = departmentIds.flatMap((id, index) =>
    known.some((department) => department.id === id)
      ? []
      : [
          {
            field: `departmentIds.${index}`,
            code: 'unknown-department',
            detail: `there is no department ${id}`,
            params: { departmentId: id },
          },
        ],
  );
  if (errors.length > 0) throw invalid(errors);
}
