import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { inTransaction } from '#platform/database';
import { forbidden, invalid } from '#platform/problem';
import { bumpLibrary, finishChange, lockAnswer, nextState, versionNumbered } from './change-answer.js';
import { checkContent } from './check-content.js';
import { type Approver, type DepartmentDecision, decisionRight } from './decision-right.js';
import type { Writer } from './drafts.service.js';
import { tellDecided } from './library-notices.js';
import { submitLocked } from './submit-version.js';
import { takeOutOfUse } from './take-out-of-use.js';
import { backToDraft, closeVersion, voidDecisions, wrote } from './version-moves.js';
import { type VersionRecord, hashOf } from './version-record.js';

export type { Approver, DepartmentDecision } from './decision-right.js';

/** The way of a version from draft to approval and out of use. */
@Injectable()
export class ApprovalsService {
  constructor(private readonly dataSource: DataSource) {}

  /** Asks the departments; from here on the content is fixed and known by its hash. */
  submit(answerId: string, number: number, writer: Writer): Promise<void> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const version = versionNumbered(await lockAnswer(manager, answerId), number);
      await finishChange(manager, answerId, [await submitLocked(manager, version, writer)]);
    });
  }

  /** Back to the draft, by one of those who wrote it; decisions taken are void. */
  withdraw(answerId: string, number: number, writer: Writer): Promise<void> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const version = versionNumbered(await lockAnswer(manager, answerId), number);
      const state = nextState(version, 'withdraw');
      if (!wrote(version, writer.personId)) {
        throw forbidden('not-your-draft', 'Only those who wrote this version can withdraw it.');
      }
      await voidDecisions(manager, version.id);
      await backToDraft(manager, version.id);
      await finishChange(manager, answerId, [
        {
          actor: writer,
          action: 'answer.withdrawn',
          before: { state: version.state },
          after: { version: number, state },
        },
      ]);
    });
  }

  /** One department approves or refuses exactly the content that was submitted. */
  decide(answerId: string, number: number, decision: DepartmentDecision, approver: Approver): Promise<void> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const versions = await lockAnswer(manager, answerId);
      const version = versionNumbered(versions, number);
      nextState(version, decision.decision === 'approved' ? 'approve' : 'refuse');
      const contentHash = decisionRight(version, hashOf(version), decision, approver);
      if (decision.decision === 'approved') {
        // A network may have shortened its limit since the submission: what does not fit is not approved.
        const errors = checkContent(version.content);
        if (errors.length > 0) throw invalid(errors);
      }
      await manager.query(
        `insert into answer_approval (version_id, department_id, person_id, decision, comment, content_hash, at)
         values ($1, $2, $3, $4, $5, $6, clock_timestamp())`,
        [
          version.id,
          decision.departmentId,
          approver.personId,
          decision.decision,
          decision.comment || null,
          contentHash,
        ],
      );
      const record = {
        actor: approver,
        action: `answer.department_${decision.decision}`,
        reason: decision.comment ?? null,
        after: { version: number, departmentId: decision.departmentId, contentHash },
      };
      if (decision.decision === 'refused') {
        await voidDecisions(manager, version.id, decision.departmentId);
        await backToDraft(manager, version.id);
        await finishChange(manager, answerId, [record]);
        await tellDecided(manager, version, approver, 'refused', decision);
        return;
      }
      const approved = new Set(version.approvals.map(({ departmentId }) => departmentId)).add(
        decision.departmentId,
      );
      if (!version.content.departmentIds.every((id) => approved.has(id))) {
        await finishChange(manager, answerId, [record]);
        return;
      }
      const before = versions.find(({ state }) => state === 'approved');
      await this.putInForce(manager, version, before);
      await finishChange(manager, answerId, [
        record,
        {
          actor: approver,
          action: 'answer.approved',
          before: { version: before?.number ?? null },
          after: { version: number, contentHash },
        },
      ]);
      await tellDecided(manager, version, approver, 'approved', decision);
    });
  }

  /** Takes the approved version out of use at once; one in review goes back to the draft, so that it cannot slip in. */
  retire(answerId: string, reason: string, writer: Writer): Promise<void> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const versions = await lockAnswer(manager, answerId);
      await finishChange(manager, answerId, [await takeOutOfUse(manager, versions, reason, writer)]);
    });
  }

  /** Closes approved versions whose validity is over; returns how many. Publishing does not wait for this. */
  async expire(): Promise<number> {
    const due: { answer_id: string }[] = await this.dataSource.query(
      `select answer_id from answer_version where state = 'approved' and valid_until <= clock_timestamp()`,
    );
    let expired = 0;
    for (const { answer_id: answerId } of due) {
      expired += await inTransaction(this.dataSource, async ({ manager }) => {
        const version = (await lockAnswer(manager, answerId)).find(({ state }) => state === 'approved');
        const until = version?.content.validUntil;
        if (!version || !until || version.current || Date.parse(until) > Date.now()) return 0;
        const state = nextState(version, 'expire');
        await closeVersion(manager, version.id, state, null);
        await bumpLibrary(manager);
        await finishChange(manager, answerId, [
          {
            actor: null,
            action: 'answer.expired',
            before: { state: version.state },
            after: { version: version.number, state, validUntil: until },
          },
        ]);
        return 1;
      });
    }
    return expired;
  }

  private async putInForce(
    manager: EntityManager,
    version: VersionRecord,
    before: VersionRecord | undefined,
  ): Promise<void> {
    if (before) await closeVersion(manager, before.id, nextState(before, 'supersede'), null);
    await manager.query(
      'update answer_version set state = $2, approved_at = clock_timestamp() where id = $1',
      [version.id, nextState(version, 'approve')],
    );
    await bumpLibrary(manager);
  }
}
