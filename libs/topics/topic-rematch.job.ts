import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rematchTopic } from './topic-rematch.js';

/** Kind of the job that matches the last week against a topic again; its id is the topic's. */
export const TOPIC_REMATCH = 'topic.rematch';

@Injectable()
export class RematchTopics {
  constructor(private readonly dataSource: DataSource) {}

  /** Topics whose last week still has to be matched: what a lost job left behind. */
  async due(): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select id from topic where rematch_total is not null order by id`,
    );
    return rows.map(({ id }) => id);
  }

  async run(topicId: string, signal: AbortSignal): Promise<void> {
    await rematchTopic(this.dataSource, topicId, { signal });
  }
}
