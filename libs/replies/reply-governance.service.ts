import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordDecision } from '#audit';
import { inTransaction } from '#platform/database';
import { JOB_QUEUE, type JobQueue } from '#platform/jobs';
import type { PublicationFreezeView, ReplyRules } from './contract.js';
import { type FreezeOrder, freezePublications, readFreezes, releasePublications } from './freezes.js';
import type { OutboxPerson } from './move-reply.js';
import { readReplyRules } from './reply-rules.js';

/** The rules of the outbox: when a second person is asked, and the freezes that hold everything. */
@Injectable()
export class ReplyGovernance {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
  ) {}

  rules(): Promise<ReplyRules> {
    return readReplyRules(this.dataSource.manager);
  }

  /** A new version of the rules; it holds from now on, also for replies that are queued. */
  changeRules(
    rules: Pick<ReplyRules, 'secondFromLevel' | 'secondAtHighSensitivity'>,
    person: OutboxPerson,
  ): Promise<ReplyRules> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const before = await readReplyRules(manager);
      const [row]: { id: string }[] = await manager.query(
        `insert into reply_rules (second_from_level, second_at_high_sensitivity, person_id) values ($1, $2, $3)
         returning id`,
        [rules.secondFromLevel, rules.secondAtHighSensitivity, person.personId],
      );
      await recordDecision(manager, {
        actor: person,
        action: 'reply.rules_changed',
        subjectType: 'reply_rules',
        subjectId: row?.id ?? '',
        before: {
          secondFromLevel: before.secondFromLevel,
          secondAtHighSensitivity: before.secondAtHighSensitivity,
        },
        after: rules,
      });
      return readReplyRules(manager);
    });
  }

  freezes(realm: string | undefined): Promise<PublicationFreezeView[]> {
    return readFreezes(this.dataSource.manager, { realm });
  }

  async freeze(order: FreezeOrder): Promise<PublicationFreezeView> {
    const id = await inTransaction(this.dataSource, ({ manager }) => freezePublications(manager, order));
    return this.freezeOf(id);
  }

  async release(
    freezeId: string,
    reason: string | null,
    person: OutboxPerson,
  ): Promise<PublicationFreezeView> {
    await inTransaction(this.dataSource, (transaction) =>
      releasePublications(transaction, this.jobs, freezeId, reason, person),
    );
    return this.freezeOf(freezeId);
  }

  private async freezeOf(id: string): Promise<PublicationFreezeView> {
    const [freeze] = await readFreezes(this.dataSource.manager, { id });
    if (!freeze) throw new Error(`freeze ${id} is gone`);
    return freeze;
  }
}
