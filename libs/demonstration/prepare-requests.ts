import type { DataSource } from 'typeorm';
import { Department } from '#identity';
import { AskService, DecideService } from '#requests';
import { bringIn } from './bring-in.js';
import { demoPerson } from './demo-person.js';
import type { DemoDepartmentKey } from './people.js';

interface DemoRequest {
  /** Pattern (PostgreSQL, case ignored) of the posts that wait for the answer. */
  posts: string;
  question: string;
  askerEmail: string;
  departments: readonly DemoDepartmentKey[];
  askedHoursAgo: number;
  /** Somebody has begun to write it. */
  writerEmail: string | null;
}

/** What the library of the demonstration has no answer for. */
const DEMO_REQUESTS: readonly DemoRequest[] = [
  {
    posts: 'air con|\\yclim',
    question:
      'Climatisation en panne dans les véhicules : que peut-on dire des réparations, et à partir de quelle température ?',
    askerEmail: 'camille.arnaud@lumen.example',
    departments: ['product'],
    askedHoursAgo: 26,
    writerEmail: null,
  },
  {
    posts: 'is packed from|est bondé dès',
    question:
      'Overcrowded lines at rush hour: may we announce extra buses, or only say that we count passengers?',
    askerEmail: 'tom.whitfield@lumen.example',
    departments: ['product', 'pr'],
    askedHoursAgo: 3,
    writerEmail: 'camille.arnaud@lumen.example',
  },
];

/** Asks for the answers that are missing, by the very steps that people take; what is there already is left alone. */
export async function prepareRequests(dataSource: DataSource, now: Date): Promise<void> {
  const asking = new AskService(dataSource);
  const deciding = new DecideService(dataSource);
  const departments = await dataSource.getRepository(Department).find();
  for (const request of DEMO_REQUESTS) {
    const known: unknown[] = await dataSource.query('select from answer_request where question = $1', [
      request.question,
    ]);
    if (known.length > 0) continue;
    const [mentionId, ...similarMentionIds] = await bringIn(dataSource, request.posts);
    if (mentionId === undefined) continue;
    const { requestId } = await asking.ask(
      {
        mentionId,
        similarMentionIds,
        question: request.question,
        departmentIds: departments
          .filter(({ key }) => (request.departments as readonly string[]).includes(key))
          .map(({ id }) => id),
      },
      await demoPerson(dataSource, ({ email }) => email === request.askerEmail),
      new Date(now.getTime() - request.askedHoursAgo * 3_600_000),
    );
    if (request.writerEmail === null) continue;
    await deciding.write(
      requestId,
      await demoPerson(dataSource, ({ email }) => email === request.writerEmail),
    );
  }
}
