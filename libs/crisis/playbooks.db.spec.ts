import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CrisisWorld } from './crisis.fixture.js';

let world: CrisisWorld;
beforeAll(async () => {
  world = await CrisisWorld.make();
});
afterAll(() => world.close());

const step = {
  label: { fr: 'Arrêter la chaîne', en: 'Stop the line' },
  role: 'operations' as const,
  minutes: 5,
};
const body = (version: number, change: object = {}) => ({
  version,
  name: { fr: 'Défaut', en: 'Defect' },
  cluster: 'preventable' as const,
  active: true,
  steps: [step],
  ...change,
});
const save = (key: string, version: number, change: object = {}, actor = world.lead) =>
  world.incidents.savePlaybook(actor, key, body(version, change));

it('six are ready in both languages, and one for what is none of them', async () => {
  const ready = await world.incidents.playbooks();
  expect(ready.map(({ key, version }) => `${key} ${version}`)).toEqual([
    'product_defect 0',
    'data_breach 0',
    'accident_on_site 0',
    'discrimination 0',
    'executives_words 0',
    'service_outage 0',
    'other 0',
  ]);
  for (const { steps } of ready)
    for (const { label } of steps) expect([label.fr, label.en].every((text) => text.length > 3)).toBe(true);
});

it('is changed by one of two people; a running incident keeps its checklist', async () => {
  const before = await world.declare(await world.topic());
  const results = await Promise.allSettled([
    save('product_defect', 0),
    save('product_defect', 0, {}, world.deputy),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const [changed] = await world.incidents.playbooks();
  expect(changed).toMatchObject({ key: 'product_defect', version: 1, steps: [step] });
  const after = await world.declare(await world.topic());
  expect(after.tasks.map(({ label }) => label.en)).toEqual(['Stop the line']);
  expect(after.cluster).toBe('preventable');
  expect((await world.incidents.read(before.id)).tasks).toHaveLength(before.tasks.length);
});

it('of another type is added; one not in use is not offered, and one always stays', async () => {
  await save('strike', 0, { name: { fr: 'Grève', en: 'Strike' } });
  expect((await world.declare(await world.topic(), { type: 'strike' })).type.name.en).toBe('Strike');
  for (const { key, version, name } of await world.incidents.playbooks()) {
    if (key !== 'strike') await save(key, version, { active: false, name });
  }
  await expect(save('strike', 1, { active: false })).rejects.toMatchObject({
    errors: [{ field: 'active', code: 'last-playbook' }],
  });
  await expect(world.declare(await world.topic(), { type: 'data_breach' })).rejects.toMatchObject({
    errors: [{ field: 'type' }],
  });
});
