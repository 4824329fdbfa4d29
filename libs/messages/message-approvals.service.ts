import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type Approver,
  type DepartmentDecision,
  decisionRight,
  nextState,
  type Writer,
  wrote,
} from '#answers';
import { inTransaction } from '#platform/database';
import { forbidden, invalid } from '#platform/problem';
import { finishMessageChange, lockMessageSet, messagesNumbered } from './change-message-set.js';
import { checkMessages } from './check-messages.js';
import { takeMessages } from './message-index.js';
import { tellMessagesDecided, tellMessagesSubmitted } from './message-notices.js';
import { messageReferences } from './message-references.js';
import { messageHash, type MessageVersionRecord } from './message-version-record.js';
import { putMessagesInForce, takeOutOfForce } from './put-in-force.js';

/** The way of a version of a house or map from draft to approval and out of use, by the rules of answers. */
@Injectable()
export class MessageApprovalsService {
  constructor(private readonly dataSource: DataSource) {}

  /** Asks the departments; from here on the content is fixed and known by its hash. `at` is the moment that counts. */
  submit(setId: string, number: number, writer: Writer, at = new Date()): Promise<void> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const version = messagesNumbered(await lockMessageSet(manager, setId), number);
      const state = nextState(version, 'submit');
      await refuseIncomplete(manager, version);
      const contentHash = messageHash(version);
      await voidDecisions(manager, version.id);
      await manager.query(
        `update message_set_version set state = $2, content_hash = $3, submitted_at = $4 where id = $1`,
        [version.id, state, contentHash, at],
      );
      await tellMessagesSubmitted(manager, version, writer);
      await finishMessageChange(manager, setId, [
        {
          actor: writer,
          action: 'messages.submitted',
          before: { state: version.state },
          after: { version: number, state, contentHash, departmentIds: version.content.departmentIds },
        },
      ]);
    });
  }

  /** Back to the draft, by one of those who wrote it; decisions taken are void. */
  withdraw(setId: string, number: number, writer: Writer): Promise<void> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const version = messagesNumbered(await lockMessageSet(manager, setId), number);
      const state = nextState(version, 'withdraw');
      if (!wrote(version, writer.personId)) {
        throw forbidden('not-your-draft', 'Only those who wrote this version can withdraw it.');
      }
      await voidDecisions(manager, version.id);
      await backToDraft(manager, version.id);
      await finishMessageChange(manager, setId, [
        {
          actor: writer,
          action: 'messages.withdrawn',
          before: { state: version.state },
          after: { version: number, state },
        },
      ]);
    });
  }

  /** One department approves or refuses exactly the content that was submitted; `at` is the moment that counts. */
  decide(
    setId: string,
    number: number,
    decision: DepartmentDecision,
    approver: Approver,
    at = new Date(),
  ): Promise<void> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const versions = await lockMessageSet(manager, setId);
      const version = messagesNumbered(versions, number);
      nextState(version, decision.decision === 'approved' ? 'approve' : 'refuse');
      const contentHash = decisionRight(version, messageHash(version), decision, approver);
      await manager.query(
        `insert into message_set_approval (version_id, department_id, person_id, decision, comment, content_hash, at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          version.id,
          decision.departmentId,
          approver.personId,
          decision.decision,
          decision.comment || null,
          contentHash,
          at,
        ],
      );
      const record = {
        actor: approver,
        action: `messages.department_${decision.decision}`,
        reason: decision.comment ?? null,
        after: { version: number, departmentId: decision.departmentId, contentHash },
      };
      if (decision.decision === 'refused') {
        await voidDecisions(manager, version.id, decision.departmentId);
        await backToDraft(manager, version.id);
        await tellMessagesDecided(manager, version, approver, decision);
        await finishMessageChange(manager, setId, [record]);
        return;
      }
      const approved = new Set(version.approvals.map(({ departmentId }) => departmentId));
      approved.add(decision.departmentId);
      if (!version.content.departmentIds.every((id) => approved.has(id))) {
        await finishMessageChange(manager, setId, [record]);
        return;
      }
      // A message may have found its place in another house since the submission; from here on none can.
      await takeMessages(manager);
      await refuseIncomplete(manager, version);
      const before = versions.find(({ state }) => state === 'approved');
      if (before) await close(manager, before.id, nextState(before, 'supersede'), null);
      await manager.query('update message_set_version set state = $2, approved_at = $3 where id = $1', [
        version.id,
        nextState(version, 'approve'),
        at,
      ]);
      await putMessagesInForce(manager, version, at);
      await tellMessagesDecided(manager, version, approver, decision);
      await finishMessageChange(manager, setId, [
        record,
        {
          actor: approver,
          action: 'messages.approved',
          before: { version: before?.number ?? null },
          after: { version: number, contentHash },
        },
      ]);
    });
  }

  /** Takes the messages in force out of use at once; a version in review goes back to the draft. */
  retire(setId: string, reason: string, writer: Writer): Promise<void> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const versions = await lockMessageSet(manager, setId);
      const closing = versions.find(({ state }) => state === 'approved') ?? versions[0];
      if (!closing) throw new Error('messages have no version');
      const state = nextState(closing, 'retire');
      await close(manager, closing.id, state, reason);
      const inReview = versions.find((version) => version.state === 'in_review');
      if (inReview) {
        await voidDecisions(manager, inReview.id);
        await backToDraft(manager, inReview.id);
      }
      await takeOutOfForce(manager, setId);
      await finishMessageChange(manager, setId, [
        {
          actor: writer,
          action: 'messages.retired',
          reason,
          before: { state: closing.state },
          after: { version: closing.number, state, backToDraft: inReview?.number ?? null },
        },
      ]);
    });
  }
}

async function refuseIncomplete(manager: EntityManager, version: MessageVersionRecord): Promise<void> {
  const errors = [
    ...checkMessages(version.kind, version.content),
    ...(await messageReferences(manager, version.content, version.setId)),
  ];
  if (errors.length > 0) throw invalid(errors);
}

/** Decisions taken no longer count; a refusal stays readable until the version is submitted again. */
async function voidDecisions(manager: EntityManager, versionId: string, except?: string): Promise<void> {
  await manager.query(
    `update message_set_approval set void = true
     where version_id = $1 and not void and department_id is distinct from $2::bigint`,
    [versionId, except ?? null],
  );
}

async function backToDraft(manager: EntityManager, versionId: string): Promise<void> {
  await manager.query(
    `update message_set_version set state = 'draft', content_hash = null, submitted_at = null, revision = revision + 1
     where id = $1`,
    [versionId],
  );
}

async function close(
  manager: EntityManager,
  versionId: string,
  state: string,
  reason: string | null,
): Promise<void> {
  await manager.query(
    `update message_set_version set state = $2, closed_at = clock_timestamp(), closed_reason = $3 where id = $1`,
    [versionId, state, reason],
  );
}
