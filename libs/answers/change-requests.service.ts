import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { inTransaction } from '#platform/database';
import { conflict, forbidden, notFound } from '#platform/problem';
import type { Approver } from './approvals.service.js';
import { finishChange, type LibraryDecision, lockAnswer } from './change-answer.js';
import { canonicalJson } from './content-hash.js';
import { deleteDraft, insertDraft } from './draft-store.js';
import type { Writer } from './drafts.service.js';
import { takeOutOfUse } from './take-out-of-use.js';
import type { VersionRecord } from './version-record.js';

/** Asking for a change of an approved answer reopens its review; the approved version stays in force meanwhile. */
@Injectable()
export class ChangeRequestsService {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Attaches the request to the open version, or begins a draft with the approved words for it. `suspend` also takes
   * the approved version out of use, for approvers (`mayApprove`) of one of its departments.
   */
  request(
    answerId: string,
    given: { reason: string; suspend: boolean },
    asker: Approver & { mayApprove: boolean },
  ): Promise<void> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const versions = await lockAnswer(manager, answerId);
      const approved = versions.find(({ state }) => state === 'approved');
      if (!approved)
        throw conflict('answer-not-in-force', 'This answer has no approved version to be changed.');
      if (given.suspend && !maySuspend(approved, asker)) {
        throw forbidden(
          'not-your-department',
          'Only approvers of a department of this answer can suspend it.',
        );
      }
      const open = versions.find(({ state }) => state === 'draft' || state === 'in_review');
      const { versionId, number, started } = open
        ? { versionId: open.id, number: open.number, started: null }
        : await this.begin(manager, approved, (versions[0]?.number ?? 0) + 1, asker);
      await manager.query(
        `insert into answer_change_request (answer_id, about_version_id, version_id, person_id, reason, suspended, at)
         values ($1, $2, $3, $4, $5, $6, clock_timestamp())`,
        [answerId, approved.id, versionId, asker.personId, given.reason, given.suspend],
      );
      const retired = given.suspend ? await takeOutOfUse(manager, versions, given.reason, asker) : null;
      await finishChange(manager, answerId, [
        ...(started ? [started] : []),
        {
          actor: asker,
          action: 'answer.change_requested',
          reason: given.reason,
          after: { about: approved.number, version: number, suspended: given.suspend },
        },
        ...(retired ? [retired] : []),
      ]);
    });
  }

  /** Sets a request aside. The draft that was begun for it goes too, when it is still as it was begun. */
  close(answerId: string, requestId: string, reason: string, writer: Writer): Promise<void> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const versions = await lockAnswer(manager, answerId);
      const [request]: { version_id: string | null; closed_at: Date | null; about_version_id: string }[] =
        await manager.query(
          `select version_id, closed_at, about_version_id from answer_change_request
           where id = $1 and answer_id = $2 for update`,
          [requestId, answerId],
        );
      if (!request) throw notFound('change-request-not-found', `There is no change request ${requestId}.`);
      const version = versions.find(({ id }) => id === request.version_id);
      if (request.closed_at !== null || (version !== undefined && version.approvedAt !== null)) {
        throw conflict('change-request-closed', 'This change request is closed already.');
      }
      await manager.query(
        `update answer_change_request set closed_at = clock_timestamp(), closed_by_id = $2, closed_reason = $3
         where id = $1`,
        [requestId, writer.personId, reason],
      );
      const about = versions.find(({ id }) => id === request.about_version_id);
      const thrownAway =
        version && about && (await this.nobodyTouched(manager, version, about)) ? version.number : null;
      if (version && thrownAway !== null) await deleteDraft(manager, version.id);
      await finishChange(manager, answerId, [
        {
          actor: writer,
          action: 'answer.change_request_set_aside',
          reason,
          before: { request: requestId },
          after: { version: version?.number ?? null, draftThrownAway: thrownAway !== null },
        },
      ]);
    });
  }

  /** The asker wrote nothing: the words stay those of their author, and the asker may decide on the change. */
  private async begin(
    manager: EntityManager,
    approved: VersionRecord,
    number: number,
    asker: Writer,
  ): Promise<{ versionId: string; number: number; started: LibraryDecision }> {
    const { answerId, content, author } = approved;
    const versionId = await insertDraft(manager, { answerId, number, authorId: author.id, content });
    return {
      versionId,
      number,
      started: {
        actor: asker,
        action: 'answer.version_started',
        after: { version: number, copyOf: approved.number },
      },
    };
  }

  private async nobodyTouched(
    manager: EntityManager,
    draft: VersionRecord,
    about: VersionRecord,
  ): Promise<boolean> {
    if (draft.state !== 'draft' || draft.revision !== 1 || about.state !== 'approved') return false;
    if (canonicalJson(draft.content) !== canonicalJson(about.content)) return false;
    const others: unknown[] = await manager.query(
      'select from answer_change_request where version_id = $1 and closed_at is null limit 1',
      [draft.id],
    );
    return others.length === 0;
  }
}

function maySuspend(version: VersionRecord, asker: Approver & { mayApprove: boolean }): boolean {
  return asker.mayApprove && version.content.departmentIds.some((id) => asker.departmentIds.includes(id));
}
