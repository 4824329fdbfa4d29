import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { seedLexicon } from '#classification';
import { createInvitation, Department, hashPassword, Person, PersonDepartment, Workspace } from '#identity';
import { startScenario } from '#networks';
import { inTransaction } from '#platform/database';
import { demoHistory } from './history.js';
import { DEMO_DEPARTMENTS, DEMO_PEOPLE } from './people.js';
import { prepareColleagues } from './prepare-colleagues.js';
import { prepareContacts } from './prepare-contacts.js';
import { prepareDrills } from './prepare-drill.js';
import { prepareEscalations } from './prepare-escalations.js';
import { prepareFundamentals } from './prepare-fundamentals.js';
import { prepareIncidents } from './prepare-incident.js';
import { prepareLibrary } from './prepare-library.js';
import { prepareMessages } from './prepare-messages.js';
import { prepareRequests } from './prepare-requests.js';
import { prepareStakeholders } from './prepare-stakeholders.js';
import { prepareTopics } from './prepare-topics.js';
import { prepareWorkshops } from './prepare-workshops.js';
import { DEMO_SCENARIO } from './scenario.js';

export interface PreparedWorkspace {
  demonstration: boolean;
  /** Whom one can sign in as, with passwords; empty outside a demonstration. */
  people: { email: string; name: string; roles: string[]; password: string }[];
  /** Path of the one-time link for the first administrator; null when there is one already. */
  firstAdministratorPath: string | null;
}

/**
 * Makes the workspace at the first start, and goes on with it when that start was cut short: every step leaves alone
 * what is there. `demonstration` only counts when there is no workspace yet.
 */
export async function prepareWorkspace(
  dataSource: DataSource,
  options: { demonstration: boolean; now: Date; report: (line: string) => void },
): Promise<PreparedWorkspace> {
  await ensureWorkspace(dataSource, options.demonstration);
  const workspace = await readWorkspace(dataSource);
  if (workspace.preparedAt === null) {
    await inTransaction(dataSource, ({ manager }) => seedLexicon(manager));
    await prepareDepartments(dataSource);
    if (workspace.demonstration) await prepareDemonstration(dataSource, options);
    await dataSource.query('update workspace set prepared_at = now() where id = 1');
  }
  const prepared = await readWorkspace(dataSource);
  return {
    demonstration: prepared.demonstration,
    people: prepared.demonstrationPeople as PreparedWorkspace['people'],
    firstAdministratorPath: await firstAdministratorPath(dataSource),
  };
}

async function ensureWorkspace(dataSource: DataSource, demonstration: boolean): Promise<void> {
  const people = demonstration
    ? DEMO_PEOPLE.map((person) => ({
        email: person.email,
        name: person.name,
        title: { fr: person.titleFr, en: person.titleEn },
        roles: person.roles,
        password: randomBytes(9).toString('base64url'),
      }))
    : [];
  await dataSource.query(
    `insert into workspace (id, name, demonstration, demonstration_people) values (1, $1, $2, $3)
     on conflict (id) do nothing`,
    [demonstration ? 'Lumen Mobilité' : 'Passerelle', demonstration, JSON.stringify(people)],
  );
}

function readWorkspace(dataSource: DataSource): Promise<Workspace> {
  return dataSource.getRepository(Workspace).findOneByOrFail({ id: 1 });
}

async function prepareDepartments(dataSource: DataSource): Promise<void> {
  await dataSource
    .createQueryBuilder()
    .insert()
    .into(Department)
    .values(DEMO_DEPARTMENTS.map(({ key, nameFr, nameEn }) => ({ key, nameFr, nameEn })))
    .orIgnore()
    .execute();
}

async function prepareDemonstration(
  dataSource: DataSource,
  { now, report }: { now: Date; report: (line: string) => void },
): Promise<void> {
  report('people of every role');
  await preparePeople(dataSource);
  report('topics');
  await prepareTopics(dataSource);
  report('the approved library');
  await prepareLibrary(dataSource, now);
  report('key messages');
  await prepareMessages(dataSource, now);
  report('who is on call, and who is asked when');
  await prepareEscalations(dataSource, now);
  report('an incident that is over');
  await prepareIncidents(dataSource, now);
  report('stakeholders on the map');
  await prepareStakeholders(dataSource, now);
  report('contacts on several networks');
  await prepareContacts(dataSource);
  report('drills that are over');
  await prepareDrills(dataSource, now);
  report('a week of posts on the training network');
  await prepareTrainingNetwork(dataSource, now);
  report('answers that are missing');
  await prepareRequests(dataSource, now);
  report('a colleague who is asked');
  await prepareColleagues(dataSource, now);
  report('workshops');
  await prepareWorkshops(dataSource, now);
  report('lessons that people have read');
  await prepareFundamentals(dataSource, now);
}

async function preparePeople(dataSource: DataSource): Promise<void> {
  const { demonstrationPeople } = await readWorkspace(dataSource);
  const passwords = new Map(
    (demonstrationPeople as { email: string; password: string }[]).map(({ email, password }) => [
      email,
      password,
    ]),
  );
  const departments = await dataSource.getRepository(Department).find();
  for (const person of DEMO_PEOPLE) {
    const passwordHash = await hashPassword(
      passwords.get(person.email) ?? randomBytes(18).toString('base64url'),
    );
    await inTransaction(dataSource, async ({ manager }) => {
      if (await manager.getRepository(Person).existsBy({ email: person.email })) return;
      const { id } = await manager.getRepository(Person).save({
        email: person.email,
        name: person.name,
        passwordHash,
        roles: person.roles,
        locale: person.locale,
      });
      await manager
        .getRepository(PersonDepartment)
        .insert(
          departments
            .filter(({ key }) => (person.departments as string[]).includes(key))
            .map((department) => ({ personId: id, departmentId: department.id })),
        );
    });
  }
}

/** The past is posted as it would have been; the scenario then plays from now on. */
async function prepareTrainingNetwork(dataSource: DataSource, now: Date): Promise<void> {
  const posts = demoHistory(now, 7).map((post) => ({
    author_handle: post.authorHandle,
    author_name: post.authorName,
    author_followers: post.followers,
    text: post.text,
    has_media: post.hasMedia,
    published_at: post.publishedAt.toISOString(),
    idempotency_key: post.externalId,
  }));
  await inTransaction(dataSource, async ({ manager }) => {
    await manager.query(
      `insert into training_post (author_handle, author_name, author_followers, text, has_media, published_at,
         idempotency_key)
       select author_handle, author_name, author_followers, text, has_media, published_at, idempotency_key
       from jsonb_to_recordset($1::jsonb) as post(author_handle text, author_name text, author_followers int,
         text text, has_media boolean, published_at timestamptz, idempotency_key text)
       on conflict do nothing`,
      [JSON.stringify(posts)],
    );
    await manager.query(
      `insert into source (network, realm, name, pull_every_seconds)
       select 'training', 'training', 'Réseau d’entraînement · Training network', 2
       where not exists (select from source where network = 'training')`,
    );
    await startScenario(manager, DEMO_SCENARIO);
  });
}

async function firstAdministratorPath(dataSource: DataSource): Promise<string | null> {
  return inTransaction(dataSource, async ({ manager }) => {
    const someone = await manager.query(
      `select from person where 'administrator' = any(roles) and password_hash is not null limit 1`,
    );
    if ((someone as unknown[]).length > 0) return null;
    return (await createInvitation(manager, null)).path;
  });
}
