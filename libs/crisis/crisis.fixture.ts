import type { DataSource } from 'typeorm';
import type { InputOf } from '#platform/contract';
import { permissionsOf, type Role } from '#platform/contract';
import { createDataSource } from '#platform/database';
import type { Actor } from '#platform/http';
import { createJobQueue, type JobQueue, migrateJobs } from '#platform/jobs';
import { testDatabase } from '#platform/testing';
import type { declareIncident } from './contract.js';
import { IncidentsService } from './incidents.service.js';
import { ReportsService } from './reports.service.js';

type Declaration = InputOf<typeof declareIncident>['body'];

/** For tests: topics with levels, people, and incidents on them. */
export class CrisisWorld {
  readonly incidents: IncidentsService;
  readonly reports: ReportsService;
  private count = 0;

  private constructor(
    readonly dataSource: DataSource,
    readonly jobs: JobQueue,
    readonly lead: Actor,
    readonly deputy: Actor,
    readonly manager: Actor,
    readonly lawyer: Actor,
    readonly close: () => Promise<void>,
  ) {
    this.incidents = new IncidentsService(dataSource, jobs);
    this.reports = new ReportsService(dataSource);
  }

  static async make(): Promise<CrisisWorld> {
    const database = await testDatabase();
    await migrateJobs(database.url);
    const jobs = await createJobQueue({
      databaseUrl: database.url,
      redisUrl: undefined,
      log: () => undefined,
    });
    const dataSource = await createDataSource({ url: database.url, entities: [], poolSize: 8 }).initialize();
    const person = async (name: string, role: Role): Promise<Actor> => {
      const [row]: { id: string }[] = await dataSource.query(
        `insert into person (email, name, roles, locale) values (lower($1) || '@lumen.example', $1, array[$2], 'fr')
         returning id`,
        [name, role],
      );
      const permissions = permissionsOf([role]);
      if (!row) throw new Error('nobody was stored');
      return { personId: row.id, name, roles: [role], permissions, departmentIds: [], sessionId: '1' };
    };
    return new CrisisWorld(
      dataSource,
      jobs,
      await person('Julien', 'crisis_lead'),
      await person('Maud', 'crisis_lead'),
      await person('Tom', 'community_manager'),
      await person('Helene', 'approver'),
      async () => {
        await jobs.stop();
        await dataSource.destroy();
        await database.drop();
      },
    );
  }

  /** A topic that came to a level some minutes ago. */
  async topic(level = 3, minutesAgo = 10): Promise<string> {
    this.count += 1;
    const [row]: { id: string }[] = await this.dataSource.query(
      `insert into topic (name, query) values ($1, 'battery') returning id`,
      [`Batteries ${this.count}`],
    );
    if (!row) throw new Error('no topic was stored');
    await this.dataSource.query(
      `insert into topic_level (topic_id, realm, evaluated_minute, topic_version)
       values ($1, 'live', date_trunc('minute', now()), 1)`,
      [row.id],
    );
    await this.level(row.id, level, minutesAgo);
    return row.id;
  }

  /** Moves the level, as the levels do. */
  async level(topicId: string, level: number, minutesAgo = 0): Promise<void> {
    const at = new Date(Date.now() - minutesAgo * 60_000);
    await this.dataSource.query(
      `insert into topic_level_event (topic_id, realm, at, kind, from_level, to_level)
       select $1, 'live', $3, case when $2 > level then 'rose' else 'fell' end, level, $2 from topic_level
       where topic_id = $1 and level <> $2`,
      [topicId, level, at],
    );
    await this.dataSource.query(`update topic_level set level = $2, since = $3 where topic_id = $1`, [
      topicId,
      level,
      at,
    ]);
  }

  declaration(topicId: string, change: Partial<Declaration> = {}): Declaration {
    return {
      topicId,
      realm: 'live',
      title: 'Batteries that burn',
      why: 'Three burns, with photos',
      type: 'product_defect',
      leadId: this.lead.personId,
      roles: [],
      call: { link: 'https://meet.example/crisis', phone: '+33 1 23 45 67 89', note: 'code 1234' },
      freeze: false,
      ...change,
    };
  }

  declare(topicId: string, change: Partial<Declaration> = {}, actor = this.lead) {
    return this.incidents.declare(actor, this.declaration(topicId, change));
  }

  async notices(kind: string): Promise<{ personIds: string[]; link: string }[]> {
    return this.dataSource.query(
      `select person_ids as "personIds", link from notice where kind = $1 order by id`,
      [kind],
    );
  }
}

/** For tests of what is published in an incident: one at level 3, under which everything else is frozen. */
export async function batteriesBurn(
  dataSource: DataSource,
  incidents: IncidentsService,
  lead: Actor,
): Promise<{ topicId: string; incidentId: string }> {
  const [{ id: topicId }]: [{ id: string }] = await dataSource.query(
    `insert into topic (name, query) values ('Batteries ' || random(), 'battery') returning id`,
  );
  await dataSource.query(
    `insert into topic_level (topic_id, realm, evaluated_minute, topic_version, level, since)
     values ($1, 'live', date_trunc('minute', now()), 1, 3, now())`,
    [topicId],
  );
  const { id } = await incidents.declare(lead, {
    ...{ topicId, realm: 'live', title: 'Batteries that burn', why: 'Three burns', type: 'product_defect' },
    ...{ leadId: lead.personId, roles: [], call: { link: '', phone: '', note: '' }, freeze: true },
  });
  return { topicId, incidentId: id };
}
