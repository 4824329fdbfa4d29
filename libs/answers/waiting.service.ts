import { Inject, Injectable, Optional } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { decodeCursor, encodeCursor } from '#platform/database';
import { conflict, invalidField, Problem } from '#platform/problem';
import { ApprovalsService, type Approver } from './approvals.service.js';
import { ASKING_MENTIONS, type AskingMentions } from './asking-mentions-port.js';
import { bulkObstacle } from './bulk-approval.js';
import { readChangeRequests } from './change-request-record.js';
import { versionNumbered } from './change-answer.js';
import type { AnswerVersion } from './contract.js';
import { type Approving, awaitsSql, libraryPage, type LibraryRow, summaryView } from './library-query.js';
import type { WaitingVersion } from './contract-queue.js';
import { versionBefore } from './version-before.js';
import { readVersions, versionView } from './version-record.js';

interface BulkItem {
  answerId: string;
  number: number;
  departmentId: string;
  contentHash: string;
}

export interface BulkOutcome {
  answerId: string;
  number: number;
  departmentId: string;
  approved: boolean;
  problem: { code: string; detail: string } | null;
}

/** What waits for a person, and deciding on several of it together. */
@Injectable()
export class WaitingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly approvals: ApprovalsService,
    @Optional() @Inject(ASKING_MENTIONS) private readonly asking: AskingMentions | null = null,
  ) {}

  /** A page of what waits for this person, the longest waiting first. */
  async list(
    approving: Approving,
    cursor: string | undefined,
    limit: number,
  ): Promise<{ items: WaitingVersion[]; next: string | null }> {
    const [after, afterId] = readCursor(cursor);
    const found: { answer_id: string; version_id: string; place: string }[] = await this.dataSource.query(
      `select answer_id, id as version_id, place from (
         select v.answer_id, v.id, (extract(epoch from v.submitted_at) * 1000000)::bigint as place
         from answer_version v where ${awaitsSql('v', '$1::bigint', '$2::bigint[]')}) waiting
       where (place, id) > ($3::bigint, $4::bigint) order by place, id limit $5`,
      [approving.personId, approving.departmentIds, after, afterId, limit + 1],
    );
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      items: await this.waiting(
        page.map((row) => row.answer_id),
        approving,
      ),
      next: found.length > limit && last ? encodeCursor([last.place, last.version_id]) : null,
    };
  }

  /** Approves one by one, each on exactly what was shown; what may not be is left alone, and said so. */
  async approveSeveral(
    items: readonly BulkItem[],
    comment: string | undefined,
    approver: Approver,
  ): Promise<BulkOutcome[]> {
    const outcomes: BulkOutcome[] = [];
    for (const item of items) outcomes.push(await this.approveOne(item, comment, approver));
    return outcomes;
  }

  private async approveOne(
    { answerId, number, departmentId, contentHash }: BulkItem,
    comment: string | undefined,
    approver: Approver,
  ): Promise<BulkOutcome> {
    const outcome = { answerId, number, departmentId };
    try {
      const versions = await readVersions(this.dataSource.manager, 'v.answer_id = $1', [answerId]);
      const version = versionNumbered(versions, number);
      const obstacle = bulkObstacle(version.kind, version.content);
      // What is fixed by the hash cannot change between here and the decision, which checks the hash again.
      if (obstacle !== null) throw conflict('not-in-bulk', `It needs a decision of its own: ${obstacle}.`);
      const decision = { departmentId, decision: 'approved' as const, comment, contentHash };
      await this.approvals.decide(answerId, number, decision, approver);
      return { ...outcome, approved: true, problem: null };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { ...outcome, approved: false, problem: { code: error.code, detail: error.message } };
    }
  }

  private async waiting(answerIds: readonly string[], approving: Approving): Promise<WaitingVersion[]> {
    if (answerIds.length === 0) return [];
    const { sql, values } = libraryPage({ answerIds }, null, answerIds.length);
    const rows: LibraryRow[] = await this.dataSource.query(sql, values);
    const [versions, requests, asking] = await Promise.all([
      readVersions(this.dataSource.manager, 'v.answer_id = any($1::bigint[])', [answerIds]),
      readChangeRequests(this.dataSource.manager, answerIds),
      this.asking?.count(answerIds),
    ]);
    return answerIds.flatMap((answerId): WaitingVersion[] => {
      const row = rows.find(({ id }) => id === answerId);
      const all = versions.filter((version) => version.answerId === answerId).map(versionView);
      const version = all.find(({ state }) => state === 'in_review');
      // Decided on by somebody else between the two questions: it waits no more.
      if (!row || !version) return [];
      return [
        {
          answer: summaryView(row),
          version,
          before: versionBefore(version, all),
          departmentIds: undecided(version, approving.departmentIds),
          askingMentions: this.asking ? (asking?.get(answerId) ?? 0) : null,
          changeRequests: requests.get(answerId) ?? [],
          bulkObstacle: bulkObstacle(row.kind, version),
        },
      ];
    });
  }
}

function undecided(version: AnswerVersion, mine: readonly string[]): string[] {
  return version.approvals
    .filter(({ departmentId, decision }) => decision === null && mine.includes(departmentId))
    .map(({ departmentId }) => departmentId);
}

function readCursor(cursor: string | undefined): readonly [string, string] {
  if (cursor === undefined) return ['-1', '0'];
  const [place, id] = decodeCursor(cursor, 2) ?? [];
  if (
    typeof place === 'string' &&
    typeof id === 'string' &&
    /^\d{1,18}$/.test(place) &&
    /^\d{1,18}$/.test(id)
  ) {
    return [place, id];
  }
  throw invalidField('cursor', 'cursor-invalid', 'is not a cursor of this list');
}
