import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { createDraft } from '#answers';
import { readSummaries } from '#mentions';
import type { Locale, Permission } from '#platform/contract';
import { inTransaction } from '#platform/database';
import { forbidden } from '#platform/problem';
import { draftContent } from './draft-content.js';
import { lockWaiting } from './gather.js';
import { applyMoves, type RequestPerson } from './move-request.js';
import { lockRequest, type RequestRecord } from './request-record.js';

export interface Decider extends RequestPerson {
  permissions: readonly Permission[];
  departmentIds: readonly string[];
}

/** Writing the answer that was asked for, and ending a request without one. */
@Injectable()
export class DecideService {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Starts the answer in the library with what was asked filled in. The draft and the link to it are one transaction, and
   * the request's lock orders two who begin at once: the second gets the draft of the first. Returns the answer's id.
   */
  write(requestId: string, writer: RequestPerson): Promise<string> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const request = await lockWaiting(manager, requestId);
      if (request.answerId !== null) return request.answerId;
      const answerId = await createDraft(manager, 'answer', await this.basis(manager, request), writer);
      await applyMoves(manager, [{ request, move: 'write', by: writer, answerId }]);
      return answerId;
    });
  }

  /** Declining is the departments' (or the crisis lead's), withdrawing and closing those who handle mentions. */
  end(
    requestId: string,
    action: 'decline' | 'withdraw' | 'fulfil',
    reason: string | null,
    person: Decider,
  ): Promise<void> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const request = await lockRequest(manager, requestId);
      refuseUnentitled(request, action, person);
      await applyMoves(manager, [{ request, move: action, by: person, reason }]);
    });
  }

  private async basis(manager: EntityManager, request: RequestRecord) {
    const rows: { id: string }[] = await manager.query(
      `select mention_id as id from answer_request_mention where request_id = $1 and standing = 'attached'
       order by added_at, mention_id`,
      [request.id],
    );
    const [asker]: { locale: Locale }[] = await manager.query('select locale from person where id = $1', [
      request.askedBy,
    ]);
    return draftContent({
      question: request.question,
      language: asker?.locale ?? 'en',
      departmentIds: request.departmentIds,
      mentions: await readSummaries(
        manager,
        rows.map(({ id }) => id),
      ),
    });
  }
}

function refuseUnentitled(request: RequestRecord, action: string, person: Decider): void {
  if (action !== 'decline') {
    if (person.permissions.includes('mentions.triage')) return;
    throw forbidden('not-allowed-here', 'Withdrawing and closing is for those who handle mentions.');
  }
  if (!person.permissions.includes('answers.approve')) {
    throw forbidden('not-allowed-here', 'Declining is for those who approve answers.');
  }
  const asked = request.departmentIds.some((id) => person.departmentIds.includes(id));
  // A crisis lead, who handles mentions too, decides for every department.
  if (asked || person.permissions.includes('mentions.triage')) return;
  throw forbidden('not-your-department', 'This answer was not asked of a department of yours.');
}
