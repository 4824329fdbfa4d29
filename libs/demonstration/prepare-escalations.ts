import type { DataSource, EntityManager } from 'typeorm';
import { acknowledge, decideAsk, openEscalation } from '#escalation';
import { permissionsOf, type Role } from '#platform/contract';
import { inTransaction } from '#platform/database';

interface DemoPersonRow {
  personId: string;
  name: string;
  roles: Role[];
  departmentIds: string[];
}

const HOUR_MS = 3_600_000;

/** Rotas and policies of the demonstration, and three escalations on topics: one waiting, one taken, one decided. */
export async function prepareEscalations(dataSource: DataSource, now: Date): Promise<void> {
  await inTransaction(dataSource, async ({ manager }) => {
    const [known] = await manager.query(`select id from escalation_policy limit 1`);
    if (known) return;
    const departments: { id: string; key: string }[] = await manager.query(
      `select id, key from department order by id`,
    );
    const people: DemoPersonRow[] = await manager.query(
      `select p.id as "personId", p.name, p.roles, coalesce(array_agg(d.department_id::text)
         filter (where d.department_id is not null), '{}') as "departmentIds"
       from person p left join person_department d on d.person_id = p.id group by p.id order by p.id`,
    );
    await prepareDuty(manager, departments, people, now);
    await preparePolicies(manager);
    await prepareCases(manager, departments, people, now);
  });
}

/** Each department has its approvers in turn; departments with one alone are led by that person. */
async function prepareDuty(
  manager: EntityManager,
  departments: readonly { id: string; key: string }[],
  people: readonly DemoPersonRow[],
  now: Date,
): Promise<void> {
  // A Monday some weeks ago.
  const start = new Date(now.getTime() - (28 + ((now.getUTCDay() + 6) % 7)) * 24 * HOUR_MS);
  for (const { id, key } of departments) {
    const members = people
      .filter(({ roles, departmentIds }) => roles.includes('approver') && departmentIds.includes(id))
      .map(({ personId }) => personId);
    const [lead, ...deputies] = members;
    if (lead === undefined) continue;
    await manager.query(
      `insert into department_duty (department_id, lead_id, deputy_ids, time_zone, quiet_from, quiet_until, holidays, rota)
       values ($1, $2, $3, 'Europe/Paris', '21:00', '07:00', $4, $5)`,
      [
        id,
        lead,
        deputies,
        JSON.stringify([
          { day: `${now.getUTCFullYear()}-12-25`, name: 'Noël' },
          { day: `${now.getUTCFullYear() + 1}-01-01`, name: 'Jour de l’an' },
        ]),
        JSON.stringify({
          kind: key === 'security' ? 'daily' : 'weekly',
          startsOn: start.toISOString().slice(0, 10),
          handOverAt: '09:00',
          participants: members,
        }),
      ],
    );
  }
}

async function preparePolicies(manager: EntityManager): Promise<void> {
  const policies = [
    {
      name: 'Ordinaire · Ordinary',
      description: 'Astreinte, puis responsable. On call, then the lead.',
      isDefault: true,
      levelMin: 0,
      levelMax: 4,
      decideMinutes: 120,
      steps: [
        { targets: [{ kind: 'asked_on_call' }], delayMinutes: 30, repeat: 1 },
        { targets: [{ kind: 'asked_lead' }], delayMinutes: 60, repeat: 0 },
      ],
    },
    {
      name: 'Alerte · Alert',
      description: 'Dans l’heure. Within the hour.',
      isDefault: false,
      levelMin: 2,
      levelMax: 2,
      decideMinutes: 45,
      steps: [
        { targets: [{ kind: 'asked_on_call' }], delayMinutes: 10, repeat: 0 },
        { targets: [{ kind: 'asked_lead' }], delayMinutes: 15, repeat: 0 },
        { targets: [{ kind: 'role', role: 'crisis_lead' }], delayMinutes: 15, repeat: 0 },
      ],
    },
    {
      name: 'Qui pèse · Who carries weight',
      description:
        'D’abord la personne qui suit cette partie prenante. First whoever keeps in touch with it.',
      isDefault: false,
      levelMin: 0,
      levelMax: 2,
      salience: ['definitive', 'dominant'],
      decideMinutes: 60,
      steps: [
        { targets: [{ kind: 'stakeholder_owner' }], delayMinutes: 20, repeat: 0 },
        { targets: [{ kind: 'asked_on_call' }], delayMinutes: 20, repeat: 0 },
        { targets: [{ kind: 'asked_lead' }], delayMinutes: 30, repeat: 0 },
      ],
    },
    {
      name: 'Crise · Crisis',
      description: 'Tout de suite, jour et nuit. At once, day and night.',
      isDefault: false,
      levelMin: 3,
      levelMax: 4,
      decideMinutes: 15,
      steps: [
        {
          targets: [{ kind: 'asked_on_call' }, { kind: 'role', role: 'crisis_lead' }],
          delayMinutes: 5,
          repeat: 0,
        },
        { targets: [{ kind: 'asked_lead' }], delayMinutes: 5, repeat: 1 },
      ],
    },
  ];
  for (const policy of policies) {
    await manager.query(
      `insert into escalation_policy (name, description, is_default, level_min, level_max, decide_minutes, steps,
         salience)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        policy.name,
        policy.description,
        policy.isDefault,
        policy.levelMin,
        policy.levelMax,
        policy.decideMinutes,
        JSON.stringify(policy.steps),
        policy.salience ?? [],
      ],
    );
  }
}

const CASES = [
  {
    departments: ['security'],
    question: 'Qui répond de l’état des batteries si la presse appelle ?',
    hoursAgo: 0,
  },
  {
    departments: ['hr'],
    question: 'Que dit-on des conditions de travail des équipes de nuit ?',
    hoursAgo: 2,
    taken: true,
  },
  {
    departments: ['product'],
    question: 'Annonce-t-on la remise en service des stations fermées ?',
    hoursAgo: 26,
    decided: 'Oui, dès mardi, avec la liste des stations et un mot d’excuse.',
  },
] as const;

async function prepareCases(
  manager: EntityManager,
  departments: readonly { id: string; key: string }[],
  people: readonly DemoPersonRow[],
  now: Date,
): Promise<void> {
  const topics: { id: string }[] = await manager.query(`select id from topic order by id limit 3`);
  const lead = people.findLast(({ roles }) => roles.includes('community_manager'));
  for (const [index, one] of CASES.entries()) {
    const topic = topics[index];
    if (!topic || !lead) return;
    const asked = departments.filter(({ key }) => (one.departments as readonly string[]).includes(key));
    const at = new Date(now.getTime() - one.hoursAgo * HOUR_MS);
    const { id } = await openEscalation(
      manager,
      {
        subjectType: 'topic',
        subjectId: topic.id,
        realm: 'training',
        level: 1,
        topicIds: [topic.id],
        question: one.question,
        departmentIds: asked.map((department) => department.id),
        openedBy: lead,
      },
      at,
    );
    const [ask]: { id: string }[] = await manager.query(
      `select id from escalation_ask where escalation_id = $1 limit 1`,
      [id],
    );
    const row = people.find(
      ({ roles, departmentIds }) =>
        roles.includes('approver') && asked.some((department) => departmentIds.includes(department.id)),
    );
    if (!ask || !row) continue;
    const actor = { ...row, permissions: permissionsOf(row.roles) };
    const address = { escalationId: id, askId: ask.id };
    if ('taken' in one) await acknowledge(manager, actor, address, now);
    if ('decided' in one) {
      await acknowledge(manager, actor, address, new Date(at.getTime() + HOUR_MS / 3));
      await decideAsk(
        manager,
        actor,
        address,
        { kind: 'returned', note: one.decided },
        new Date(at.getTime() + HOUR_MS),
      );
    }
  }
}
