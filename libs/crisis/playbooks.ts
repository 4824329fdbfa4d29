import type { EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import type { InputOf } from '#platform/contract';
import { publishEvents } from '#platform/live';
import { conflict, invalidField } from '#platform/problem';
import type { PlaybookView, savePlaybook } from './contract.js';
import type { IncidentActor } from './incident-record.js';
import type { Cluster, PlaybookStep } from './playbook.js';
import { READY_PLAYBOOKS } from './ready-playbooks.js';

interface Row {
  key: string;
  nameFr: string;
  nameEn: string;
  cluster: Cluster;
  steps: PlaybookStep[];
  active: boolean;
  version: number;
  changedAt: Date;
  personId: string | null;
  personName: string | null;
}

/** Every playbook: those people wrote, and the ready ones that nobody has changed, in the order of these. */
export async function readPlaybooks(manager: EntityManager): Promise<PlaybookView[]> {
  const rows: Row[] = await manager.query(
    `select b.key, b.name_fr as "nameFr", b.name_en as "nameEn", b.cluster, b.steps, b.active, b.version,
       b.changed_at as "changedAt", p.id as "personId", p.name as "personName"
     from playbook b left join person p on p.id = b.changed_by order by b.key`,
  );
  const changed = new Map(rows.map((row) => [row.key, viewOf(row)]));
  const ready = READY_PLAYBOOKS.map(
    (playbook): PlaybookView =>
      changed.get(playbook.key) ?? {
        ...playbook,
        steps: [...playbook.steps],
        active: true,
        version: 0,
        changedBy: null,
        changedAt: null,
      },
  );
  const own = [...changed.values()].filter(({ key }) => !READY_PLAYBOOKS.some((one) => one.key === key));
  return [...ready, ...own];
}

function viewOf({ nameFr, nameEn, changedAt, personId, personName, ...row }: Row): PlaybookView {
  return {
    ...row,
    name: { fr: nameFr, en: nameEn },
    changedBy: personId === null ? null : { id: personId, name: personName ?? '' },
    changedAt: changedAt.toISOString(),
  };
}

/** The playbook to declare an incident with. Throws `unknown-playbook`. */
export async function playbookFor(manager: EntityManager, key: string): Promise<PlaybookView> {
  const found = (await readPlaybooks(manager)).find((playbook) => playbook.key === key && playbook.active);
  if (!found) throw invalidField('type', 'unknown-playbook', 'is not a type of crisis that is in use');
  return found;
}

/** Throws `changed-meanwhile`, and `last-playbook` when no type would be left in use. */
export async function storePlaybook(
  manager: EntityManager,
  actor: IncidentActor,
  key: string,
  { version, name, cluster, active, steps }: InputOf<typeof savePlaybook>['body'],
  now: Date,
): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock(hashtext('playbooks'))`);
  const known = await readPlaybooks(manager);
  const before = known.find((playbook) => playbook.key === key);
  if ((before?.version ?? 0) !== version)
    throw conflict('changed-meanwhile', 'Somebody has changed this playbook meanwhile.');
  if (!active && !known.some((playbook) => playbook.active && playbook.key !== key))
    throw invalidField('active', 'last-playbook', 'has to stay: no type of crisis would be left');
  await manager.query(
    `insert into playbook (key, name_fr, name_en, cluster, steps, active, version, changed_by, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (key) do update set name_fr = $2, name_en = $3, cluster = $4, steps = $5, active = $6, version = $7,
       changed_by = $8, changed_at = $9`,
    [key, name.fr, name.en, cluster, JSON.stringify(steps), active, version + 1, actor.personId, now],
  );
  await publishEvents(manager, [{ type: 'playbook.changed', key }]);
  await recordDecision(manager, {
    actor,
    action: 'playbook.changed',
    subjectType: 'playbook',
    subjectId: key,
    before: before && {
      name: before.name,
      cluster: before.cluster,
      active: before.active,
      steps: before.steps,
    },
    after: { name, cluster, active, steps },
  });
}
