import type { DataSource } from 'typeorm';
import type { Config } from '#platform/config';
import { createDataSource } from '#platform/database';
import type { JobRequest } from '#platform/jobs';
import { Seals } from '#platform/sealing';
import { emptying, testDatabase } from '#platform/testing';
import { Deliver } from './deliver.job.js';
import { GatherNotices } from './gather-notices.js';
import { ConsoleLinks } from './links.js';
import { PushKeyStore } from './push-keys.js';
import { SendMail } from './send-mail.js';

/** For tests: a database, and the parts that tell people, as a worker has them. */
export interface TellingWorker {
  dataSource: DataSource;
  config: Config;
  gather: GatherNotices;
  deliver: Deliver;
  links: ConsoleLinks;
  seals: Seals;
  pushKeys: PushKeyStore;
  jobs: JobRequest[];
  person(name: string, ...departmentIds: string[]): Promise<string>;
  department(key: string): Promise<string>;
  channel(change: Partial<ChannelGiven> & { address: string }): Promise<string>;
  /** Runs every delivery that is due at `now`. */
  deliverDue(now?: Date): Promise<void>;
  /** Forgets everything, for the next test. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

interface ChannelGiven {
  kind: string;
  address: string;
  secret: string | null;
  kinds: string[];
  minLevel: number;
  departmentId: string | null;
}

export async function tellingWorker(smtpUrl: string | null): Promise<TellingWorker> {
  const database = await testDatabase();
  const dataSource = await createDataSource({ url: database.url, entities: [], poolSize: 8 }).initialize();
  const config = {
    mail: smtpUrl === null ? null : { smtpUrl, from: 'Passerelle <passerelle@lumen.example>' },
    publicUrl: 'https://console.lumen.example',
    port: 3000,
    secretKey: Buffer.alloc(32, 7).toString('base64'),
  } as Config;
  const jobs: JobRequest[] = [];
  const queue = { enqueue: async (job: JobRequest) => void jobs.push(job) };
  const seals = new Seals(config);
  const links = new ConsoleLinks(config, seals);
  const mail = new SendMail(config);
  const pushKeys = new PushKeyStore(dataSource, seals);
  const deliver = new Deliver(dataSource, queue, config, links, mail, pushKeys, seals);
  const insert = async (sql: string, values: unknown[]): Promise<string> => {
    const [row]: { id: string }[] = await dataSource.query(`${sql} returning id`, values);
    if (!row) throw new Error('nothing was stored');
    return row.id;
  };
  return {
    dataSource,
    config,
    gather: new GatherNotices(dataSource, queue, config),
    deliver,
    links,
    seals,
    pushKeys,
    jobs,
    department: (key) => insert('insert into department (key, name_fr, name_en) values ($1, $1, $1)', [key]),
    async person(name, ...departmentIds) {
      const id = await insert(
        `insert into person (email, name, roles, locale) values (lower($1) || '@lumen.example', $1, '{approver}', 'en')`,
        [name],
      );
      await dataSource.query('insert into person_department select $1, unnest($2::bigint[])', [
        id,
        departmentIds,
      ]);
      return id;
    },
    channel: ({ kind = 'slack', address, secret = null, kinds, minLevel = 0, departmentId = null }) =>
      insert(
        `insert into notification_channel (kind, name, department_id, sealed_address, host, sealed_secret, kinds,
           min_level, locale, allow_private_address) values ($1, 'Room', $2, $3, 'host', $4, $5, $6, 'en', true)`,
        [
          kind,
          departmentId,
          seals.seal('notification_channel.address', address),
          secret === null ? null : seals.seal('notification_channel.secret', secret),
          kinds ?? ['answer.review_asked', 'escalation.asked', 'source.attention'],
          minLevel,
        ],
      ),
    async deliverDue(now) {
      await Promise.all((await deliver.due(now)).map((id) => deliver.run(id, now)));
    },
    async reset() {
      jobs.length = 0;
      await dataSource.query(
        emptying(`notice, notification, notification_delivery, notification_delivery_item, notification_channel,
           notification_preference, push_subscription, person_department, department, person`),
      );
    },
    async close() {
      mail.onApplicationShutdown();
      await dataSource.destroy();
      await database.drop();
    },
  };
}
