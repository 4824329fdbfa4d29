import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Topic } from '#contract/topics';
import type { Realm } from '#platform/contract';
import { inTransaction, type Transaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { JOB_QUEUE, type JobQueue } from '#platform/jobs';
import { notFound } from '#platform/problem';
import { addTopic, changeTopicRow, readQuery, type TopicFields, type TopicPatch } from './topic-change.js';
import { previewQuery, type TopicPreview } from './topic-preview.js';
import { TOPIC_REMATCH } from './topic-rematch.job.js';
import { readTopics } from './topic-view.js';

/** Watched topics: their figures, their changes, and a query tried before it is kept. */
@Injectable()
export class TopicsService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
  ) {}

  list(realm: Realm | undefined): Promise<Topic[]> {
    return readTopics(this.dataSource.manager, { realm, now: new Date() });
  }

  names(): Promise<{ id: string; name: string }[]> {
    return this.dataSource.manager.query('select id, name from topic order by lower(name), id');
  }

  async create(actor: Actor, fields: TopicFields): Promise<Topic> {
    const topicId = await inTransaction(this.dataSource, async (transaction) => {
      const id = await addTopic(transaction.manager, actor, fields);
      await this.enqueueRematch(transaction, id);
      return id;
    });
    return this.read(topicId);
  }

  async change(actor: Actor, topicId: string, patch: TopicPatch): Promise<Topic> {
    await inTransaction(this.dataSource, async (transaction) => {
      const { rematch } = await changeTopicRow(transaction.manager, actor, topicId, patch);
      if (rematch) await this.enqueueRematch(transaction, topicId);
    });
    return this.read(topicId);
  }

  async preview(query: string, realm: Realm | undefined): Promise<TopicPreview> {
    return previewQuery(this.dataSource, readQuery(query), { realm, now: new Date() });
  }

  private enqueueRematch(transaction: Transaction, topicId: string): Promise<void> {
    return this.jobs.enqueue({ kind: TOPIC_REMATCH, id: topicId }, transaction);
  }

  private async read(topicId: string): Promise<Topic> {
    const [topic] = await readTopics(this.dataSource.manager, { topicId, now: new Date() });
    if (!topic) throw notFound('topic-not-found', 'There is no such topic.');
    return topic;
  }
}
