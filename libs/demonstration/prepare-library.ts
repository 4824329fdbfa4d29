import type { DataSource } from 'typeorm';
import { ApprovalsService, ChangeRequestsService, DraftsService } from '#answers';
import type { VersionContent } from '#contract/answers';
import { Department } from '#identity';
import { TopicRow } from '#topics';
import { demoPerson } from './demo-person.js';
import { DEMO_ANSWERS, type DemoAnswer } from './library.js';
import { topicName } from './prepare-topics.js';
import { DEMO_TOPICS } from './topics.js';

const DAY_MS = 86_400_000;

/** Writes, submits and approves the library by the very steps that people take; what is there already is left alone. */
export async function prepareLibrary(dataSource: DataSource, now: Date): Promise<void> {
  const drafts = new DraftsService(dataSource);
  const approvals = new ApprovalsService(dataSource);
  const references = await readReferences(dataSource);
  for (const answer of DEMO_ANSWERS) {
    const [known]: { answer_id: string; state: string }[] = await dataSource.query(
      'select answer_id, state from answer_version where question_fr = $1 order by number limit 1',
      [answer.questionFr],
    );
    const author = await demoPerson(dataSource, ({ email }) => email === answer.authorEmail);
    const answerId =
      known?.answer_id ?? (await drafts.create(answer.kind, content(answer, references, now), author));
    if (answer.state === 'draft') continue;
    if (!known || known.state === 'draft') await approvals.submit(answerId, 1, author);
    await approve(dataSource, approvals, answer, answerId, references);
    if (answer.changeRequest) await askForChange(dataSource, answerId, answer.changeRequest);
  }
  await forgetSettled(dataSource);
}

/** Only what still awaits somebody is told: the rest was settled before the demonstration began. */
async function forgetSettled(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    `delete from notice where kind = 'answer.decided' or (kind = 'answer.review_asked' and action_subject_id not in (
       select id::text from answer_version where state = 'in_review'))`,
  );
}

async function approve(
  dataSource: DataSource,
  approvals: ApprovalsService,
  answer: DemoAnswer,
  answerId: string,
  references: References,
): Promise<void> {
  for (const { department, email } of answer.approvals) {
    const departmentId = references.department(department);
    const decided: unknown[] = await dataSource.query(
      `select from answer_approval join answer_version on answer_version.id = version_id
       where answer_id = $1 and department_id = $2 and not void`,
      [answerId, departmentId],
    );
    if (decided.length > 0) continue;
    const approver = await demoPerson(dataSource, (person) => person.email === email);
    await approvals.decide(answerId, 1, { departmentId, decision: 'approved' }, approver);
  }
}

async function askForChange(
  dataSource: DataSource,
  answerId: string,
  { email, reason }: { email: string; reason: string },
): Promise<void> {
  const asked: unknown[] = await dataSource.query(
    'select from answer_change_request where answer_id = $1 limit 1',
    [answerId],
  );
  if (asked.length > 0) return;
  const asker = await demoPerson(dataSource, (person) => person.email === email);
  const requests = new ChangeRequestsService(dataSource);
  await requests.request(answerId, { reason, suspend: false }, { ...asker, mayApprove: false });
}

interface References {
  department(key: string): string;
  topic(key: string): string;
}

async function readReferences(dataSource: DataSource): Promise<References> {
  const departments = new Map(
    (await dataSource.getRepository(Department).find()).map((department) => [department.key, department.id]),
  );
  const topics = new Map(
    (await dataSource.getRepository(TopicRow).find()).map((topic) => [topic.name, topic.id]),
  );
  const needed = (id: string | undefined, what: string) => {
    if (id === undefined) throw new Error(`the demonstration refers to ${what}, which is not there`);
    return id;
  };
  return {
    department: (key) => needed(departments.get(key), `the department ${key}`),
    topic: (key) => {
      const topic = DEMO_TOPICS.find((candidate) => candidate.key === key);
      return needed(topic && topics.get(topicName(topic)), `the topic ${key}`);
    },
  };
}

function content(answer: DemoAnswer, references: References, now: Date): VersionContent {
  const day = (days: number) => new Date(now.getTime() + days * DAY_MS).toISOString();
  return {
    question: { fr: answer.questionFr, en: answer.questionEn },
    wordings: { fr: answer.wordingsFr, en: answer.wordingsEn },
    topicId: references.topic(answer.topic),
    sensitivity: answer.sensitivity,
    levelMin: answer.levelMin,
    levelMax: answer.levelMax,
    strategy: answer.strategy,
    departmentIds: answer.departments.map(references.department),
    doNotSay: [answer.doNotSay.fr, answer.doNotSay.en].filter((text) => text !== '').join('\n'),
    proofPoints: [...answer.proofPoints.fr, ...answer.proofPoints.en],
    keyMessages: answer.keyMessages,
    placeholders: answer.placeholders.map(({ labelFr, labelEn, ...placeholder }) => ({
      ...placeholder,
      label: { fr: labelFr, en: labelEn },
    })),
    variants: answer.variants,
    validFrom: day(answer.validFromDays),
    validUntil: answer.validUntilDays === null ? null : day(answer.validUntilDays),
    reviewOn: day(answer.reviewInDays),
  };
}
