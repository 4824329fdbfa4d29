import { seedLexicon } from '#classification';
import { drainQueue, type IncomingMention, storePage } from '#mentions';
import { permissionsOf, type Role } from '#platform/contract';
import { createDataSource } from '#platform/database';
import type { Actor } from '#platform/http';
import { testDatabase } from '#platform/testing';
import { stakeholderFieldsSchema, type StakeholderFields } from '#contract/stakeholders';

import { PressImportService } from './press-import.service.js';
import { StakeholderAuthorsService } from './stakeholder-authors.service.js';
import { StakeholderRulesService } from './stakeholder-rules.service.js';
import { StakeholdersService } from './stakeholders.service.js';
import { ToldService } from './told.service.js';
import { VoiceService } from './voice.service.js';

/** A workspace with stakeholders and posts, for the specs of this folder. */
export async function stakeholderSpace() {
  const database = await testDatabase();
  const dataSource = await createDataSource({ url: database.url, entities: [], poolSize: 4 }).initialize();
  const anna = await person('Anna', 'community_manager');
  await dataSource.transaction((manager) => seedLexicon(manager));
  const services = {
    stakeholders: new StakeholdersService(dataSource),
    authors: new StakeholderAuthorsService(dataSource),
    rules: new StakeholderRulesService(dataSource),
    press: new PressImportService(dataSource),
    voice: new VoiceService(dataSource),
    told: new ToldService(dataSource),
  };
  let posts = 0;

  async function person(name: string, ...roles: Role[]): Promise<Actor> {
    const [row]: { id: string }[] = await dataSource.query(
      `insert into person (email, name, roles, locale) values ($1, $2, $3, 'fr') returning id`,
      [`${name.toLowerCase()}@example.org`, name, roles],
    );
    if (!row) throw new Error('no person');
    const permissions = permissionsOf(roles);
    return { personId: row.id, name, roles, permissions, departmentIds: [], sessionId: '1' };
  }

  return {
    dataSource,
    async close() {
      await dataSource.destroy();
      await database.drop();
    },
    anna,
    ...services,
    query: (sql: string, values: unknown[] = []) => dataSource.query(sql, values),
    /** A stakeholder like any other, in the middle of the map. */
    make: (name: string, given: Partial<StakeholderFields> = {}, realm: 'live' | 'training' = 'live') =>
      services.stakeholders.create(anna, {
        ...stakeholderFieldsSchema.parse({ kind: 'group', category: 'press', name, ...given }),
        ...{ realm, power: 5, interest: 5 },
      }),
    /** One post by an account, classified unless `wait`; returns the mention and the author. */
    async post(network: string, handle: string, given: Partial<IncomingMention> & { wait?: boolean } = {}) {
      posts += 1;
      const { wait, ...fields } = given;
      const [outcome] = await storePage(dataSource, [
        {
          realm: network === 'training' ? 'training' : 'live',
          network,
          externalId: `stakeholder-post-${posts}`,
          text: `Votre chargeur a explosé dans les mains de mon fils, numéro ${posts}`,
          publishedAt: new Date(Date.now() - posts * 60_000),
          ...fields,
          author: { handle, ...given.author },
        },
      ]);
      if (!outcome || outcome.outcome !== 'stored') throw new Error(JSON.stringify(outcome));
      if (!wait) await drainQueue(dataSource);
      const [row] = await dataSource.query('select author_id from mention where id = $1', [
        outcome.mentionId,
      ]);
      return { mentionId: outcome.mentionId, authorId: row.author_id as string };
    },
  };
}

export type StakeholderSpace = Awaited<ReturnType<typeof stakeholderSpace>>;

export function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );
}
