import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import type { correctSuggestions } from '#contract/answers';
import type { InputOf } from '#platform/contract';
import { inTransaction } from '#platform/database';
import { publishEvents } from '#platform/live';
import { notFound } from '#platform/problem';
import { answerNotFound } from './change-answer.js';
import type { Writer } from './drafts.service.js';

type Correction = InputOf<typeof correctSuggestions>['body'];

/** What people say of suggestions: kept with its mention, on record, and learned from. */
@Injectable()
export class SuggestionCorrectionsService {
  constructor(private readonly dataSource: DataSource) {}

  /** Said twice it counts once. Tells whether it is learned from: what is said in training is only kept. */
  correct(mentionId: string, correction: Correction, person: Writer): Promise<{ learned: boolean }> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const realm = await realmOf(manager, mentionId);
      await refuseUnknownAnswers(manager, correction);
      const [added]: unknown[] = await manager.query(
        `insert into suggestion_correction (mention_id, person_id, verdict, answer_id, shown_answer_ids, at)
         values ($1, $2, $3, $4, $5, clock_timestamp())
         on conflict (mention_id, person_id, verdict, answer_id) do nothing returning id`,
        [
          mentionId,
          person.personId,
          correction.verdict,
          correction.answerId ?? null,
          correction.shownAnswerIds,
        ],
      );
      if (added) {
        await this.tell(manager, mentionId, person, {
          action: 'suggestion.corrected',
          after: {
            verdict: correction.verdict,
            answerId: correction.answerId ?? null,
            shownAnswerIds: correction.shownAnswerIds,
          },
        });
      }
      return { learned: realm === 'live' };
    });
  }

  /** Takes back what the person said does not fit; returns how many corrections that were. */
  withdraw(mentionId: string, person: Writer): Promise<{ withdrawn: number }> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      await realmOf(manager, mentionId);
      const [gone]: [{ verdict: string; answer_id: string | null }[], number] = await manager.query(
        `delete from suggestion_correction
         where mention_id = $1 and person_id = $2 and verdict in ('none_fits', 'does_not_fit')
         returning verdict, answer_id`,
        [mentionId, person.personId],
      );
      if (gone.length > 0) {
        await this.tell(manager, mentionId, person, {
          action: 'suggestion.correction_withdrawn',
          before: gone.map(({ verdict, answer_id: answerId }) => ({ verdict, answerId })),
        });
      }
      return { withdrawn: gone.length };
    });
  }

  private async tell(
    manager: EntityManager,
    mentionId: string,
    person: Writer,
    what: { action: string; before?: unknown; after?: unknown },
  ): Promise<void> {
    await manager.query(`update revision set number = number + 1 where name = 'suggestions'`);
    await publishEvents(manager, [{ type: 'suggestions.corrected', mentionId }]);
    await recordDecision(manager, { actor: person, subjectType: 'mention', subjectId: mentionId, ...what });
  }
}

async function realmOf(manager: EntityManager, mentionId: string): Promise<string> {
  const [mention]: { realm: string }[] = await manager.query(
    `select m.realm from mention_identity i
     join mention m on m.id = i.mention_id and m.published_at = i.published_at where i.mention_id = $1`,
    [mentionId],
  );
  if (!mention) throw notFound('mention-not-found', `There is no mention ${mentionId}.`);
  return mention.realm;
}

async function refuseUnknownAnswers(manager: EntityManager, correction: Correction): Promise<void> {
  const ids = [
    ...new Set([...(correction.answerId ? [correction.answerId] : []), ...correction.shownAnswerIds]),
  ];
  const known: { id: string }[] = await manager.query('select id from answer where id = any($1::bigint[])', [
    ids,
  ]);
  const unknown = ids.find((id) => !known.some((answer) => answer.id === id));
  if (unknown !== undefined) throw answerNotFound(unknown);
}
