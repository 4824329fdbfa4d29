import { seedLexicon } from '#classification';
import { drainQueue, type IncomingMention, storePage } from '#mentions';
import { stakeholderFieldsSchema, type StakeholderFields } from '#contract/stakeholders';

import { specWorkspace } from '../mentions/workspace.fixture.js';
import { PressImportService } from './press-import.service.js';
import { StakeholderAuthorsService } from './stakeholder-authors.service.js';
import { StakeholderRulesService } from './stakeholder-rules.service.js';
import { StakeholdersService } from './stakeholders.service.js';
import { ToldService } from './told.service.js';
import { VoiceService } from './voice.service.js';

/** A workspace with stakeholders and posts, for the specs of this folder. */
export async function stakeholderSpace() {
  const space = await specWorkspace();
  const anna = await space.person('Anna', 'community_manager');
  const { dataSource } = space;
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
  return {
    space,
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
