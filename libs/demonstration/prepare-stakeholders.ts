import type { DataSource } from 'typeorm';
import { stakeholderFieldsSchema } from '#contract/stakeholders';
import { inTransaction } from '#platform/database';
import { insertRule, StakeholdersService, ToldService } from '#stakeholders';
import { demoPerson } from './demo-person.js';
import { demoHistory } from './history.js';
import { DEMO_STAKEHOLDERS, type DemoStakeholder, TRAM_RIDERS } from './library/demo-stakeholders.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const HISTORY_SEED = 7;
const REALM = 'training';

/** Puts stakeholders on the map by the very steps that people take; what is there already is left alone. */
export async function prepareStakeholders(dataSource: DataSource, now: Date): Promise<void> {
  const riders = demoHistory(now, HISTORY_SEED)
    .map(({ authorHandle }) => authorHandle)
    .filter((handle) => handle.endsWith('tram'));
  const all = [...DEMO_STAKEHOLDERS, { ...TRAM_RIDERS, accounts: [...new Set(riders)] }];
  for (const stakeholder of all) {
    const [known]: unknown[] = await dataSource.query(
      'select from stakeholder where realm = $1 and name = $2',
      [REALM, stakeholder.name],
    );
    if (!known) await putOnMap(dataSource, stakeholder, now);
  }
}

async function putOnMap(dataSource: DataSource, given: DemoStakeholder, now: Date): Promise<void> {
  const stakeholders = new StakeholdersService(dataSource);
  const person = (email: string | null) =>
    demoPerson(dataSource, (one) => one.email === (email ?? 'antoine.legoff@lumen.example'));
  const owner = await person(given.ownerEmail);
  const [first, ...later] = given.places;
  if (!first) throw new Error(`${given.name} has no place on the map`);
  let made = await stakeholders.create(owner, {
    ...stakeholderFieldsSchema.parse({
      ...{ kind: given.kind, category: given.category, name: given.name, plan: given.plan },
      ...{ hasPower: given.attributes.includes('P'), powerNote: given.notes.power },
      ...{ hasLegitimacy: given.attributes.includes('L'), legitimacyNote: given.notes.legitimacy },
      ...{ hasUrgency: given.attributes.includes('U'), urgencyNote: given.notes.urgency },
      ownerId: given.ownerEmail === null ? null : owner.personId,
      nextContactAt:
        given.nextContactDays === null
          ? null
          : new Date(now.getTime() + given.nextContactDays * DAY_MS).toISOString(),
    }),
    ...{ realm: REALM, power: first.power, interest: first.interest },
  });
  for (const { power, interest, why = '' } of later) {
    made = await stakeholders.move(owner, made.id, { power, interest, why, version: made.version });
  }
  if (given.accounts.length > 0) {
    const rule = {
      kind: given.verifiedBy === undefined ? ('accounts' as const) : ('press_list' as const),
      terms: given.accounts.map((handle) => `training:${handle.toLowerCase()}`),
      note: given.verifiedBy ?? '',
    };
    await inTransaction(dataSource, ({ manager }) => insertRule(manager, made.id, rule, owner.personId));
  }
  await tell(dataSource, made.id, given, now);
}

/** What they were told in the incident that is over. */
async function tell(dataSource: DataSource, id: string, { told }: DemoStakeholder, now: Date): Promise<void> {
  const [incident]: { id: string; declaredAt: Date }[] = await dataSource.query(
    `select id, declared_at as "declaredAt" from incident where realm = $1 order by id limit 1`,
    [REALM],
  );
  if (!incident) return;
  for (const { minutes, how, what, byEmail } of told) {
    const by = await demoPerson(dataSource, ({ email }) => email === byEmail);
    const at = new Date(incident.declaredAt.getTime() + minutes * MINUTE_MS).toISOString();
    const line = { how, what, at, incidentId: incident.id, nextContactAt: null };
    await new ToldService(dataSource).note(by, id, line, now);
  }
}
