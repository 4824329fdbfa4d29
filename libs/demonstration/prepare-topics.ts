import type { DataSource } from 'typeorm';
import { addTopic, TopicRow } from '#topics';
import { inTransaction } from '#platform/database';
import { demoPerson } from './demo-person.js';
import { DEMO_TOPICS } from './topics.js';

/** Both languages stand in the name: topics are the organisation's own words, not the interface's. */
export const topicName = (topic: { nameFr: string; nameEn: string }): string =>
  topic.nameFr === topic.nameEn ? topic.nameFr : `${topic.nameFr} · ${topic.nameEn}`;

/** Makes the topics that are not there yet. */
export async function prepareTopics(dataSource: DataSource): Promise<void> {
  const lead = await demoPerson(dataSource, ({ roles }) => roles.includes('crisis_lead'));
  for (const topic of DEMO_TOPICS) {
    await inTransaction(dataSource, async ({ manager }) => {
      if (await manager.getRepository(TopicRow).existsBy({ name: topicName(topic) })) return;
      await addTopic(manager, lead, {
        name: topicName(topic),
        description: `${topic.descriptionFr}\n${topic.descriptionEn}`.slice(0, 500),
        query: topic.query,
      });
    });
  }
}
