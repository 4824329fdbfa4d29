import type { DataSource } from 'typeorm';
import { Department } from '#identity';
import { MessageApprovalsService, MessageDraftsService } from '#messages';
import { TopicRow } from '#topics';
import { demoPerson } from './demo-person.js';
import { DEMO_MESSAGE_SETS, type DemoMessageSet } from './library/message-sets.js';
import { topicName } from './prepare-topics.js';
import { DEMO_TOPICS } from './topics.js';

/** Approved so long ago: the posts of the past week count as later. */
const DAYS_IN_FORCE = 6;
const DAY_MS = 86_400_000;

/** Writes, submits and approves houses and maps by the very steps that people take; what is there already is left alone. */
export async function prepareMessages(dataSource: DataSource, now: Date): Promise<void> {
  const drafts = new MessageDraftsService(dataSource);
  const approvals = new MessageApprovalsService(dataSource);
  const departments = new Map(
    (await dataSource.getRepository(Department).find()).map(({ key, id }) => [key, id]),
  );
  const approvedAt = new Date(now.getTime() - DAYS_IN_FORCE * DAY_MS);
  for (const set of DEMO_MESSAGE_SETS) {
    const asked = set.departments.flatMap(({ key, approverEmail }) => {
      const departmentId = departments.get(key);
      return departmentId === undefined ? [] : [{ departmentId, approverEmail }];
    });
    const topicId = await topicOf(dataSource, set);
    const [known]: { id: string; state: string }[] = await dataSource.query(
      `select s.id, v.state from message_set s join message_set_version v on v.set_id = s.id and v.number = 1
       where s.kind = $1 and s.topic_id is not distinct from $2::bigint`,
      [set.kind, topicId],
    );
    const author = await demoPerson(dataSource, ({ email }) => email === set.authorEmail);
    const content = { ...set.content, departmentIds: asked.map(({ departmentId }) => departmentId) };
    const setId = known?.id ?? (await drafts.create({ kind: set.kind, topicId, content }, author));
    if (!known || known.state === 'draft') await approvals.submit(setId, 1, author, approvedAt);
    for (const { departmentId, approverEmail } of asked) {
      if (approverEmail === null) continue;
      const decided: unknown[] = await dataSource.query(
        `select from message_set_approval a join message_set_version v on v.id = a.version_id
         where v.set_id = $1 and a.department_id = $2 and not a.void`,
        [setId, departmentId],
      );
      if (decided.length > 0) continue;
      const approver = await demoPerson(dataSource, ({ email }) => email === approverEmail);
      await approvals.decide(setId, 1, { departmentId, decision: 'approved' }, approver, approvedAt);
    }
  }
  await dataSource.query(
    `delete from notice where kind = 'messages.decided' or (kind = 'messages.review_asked' and link not in (
       select '/messages/' || set_id from message_set_version where state = 'in_review'))`,
  );
}

async function topicOf(dataSource: DataSource, { topic }: DemoMessageSet): Promise<string | null> {
  if (topic === null) return null;
  const demo = DEMO_TOPICS.find(({ key }) => key === topic);
  const row = demo && (await dataSource.getRepository(TopicRow).findOneBy({ name: topicName(demo) }));
  if (!row) throw new Error(`the demonstration refers to the topic ${topic}, which is not there`);
  return row.id;
}
