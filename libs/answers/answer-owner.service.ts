import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction } from '#platform/database';
import { invalidField } from '#platform/problem';
import { answerNotFound, finishChange } from './change-answer.js';
import type { Writer } from './drafts.service.js';

/** Who keeps an answer. */
@Injectable()
export class AnswerOwnerService {
  constructor(private readonly dataSource: DataSource) {}

  /** Names the person who keeps the answer, or nobody; the same person again changes nothing. */
  change(answerId: string, personId: string | null, writer: Writer): Promise<void> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const [answer]: { owner_id: string | null; owner: string | null }[] = await manager.query(
        `select a.owner_id, person.name as owner from answer a left join person on person.id = a.owner_id
         where a.id = $1 for update of a`,
        [answerId],
      );
      if (!answer) throw answerNotFound(answerId);
      if (answer.owner_id === personId) return;
      const [person]: { name: string }[] = await manager.query(
        'select name from person where id = $1 and active',
        [personId],
      );
      if (personId !== null && !person) {
        throw invalidField('personId', 'unknown-person', 'is nobody who is active in the workspace');
      }
      await manager.query('update answer set owner_id = $2 where id = $1', [answerId, personId]);
      await finishChange(manager, answerId, [
        {
          actor: writer,
          action: 'answer.owner_changed',
          before: { ownerId: answer.owner_id, name: answer.owner },
          after: { ownerId: personId, name: person?.name ?? null },
        },
      ]);
    });
  }
}
