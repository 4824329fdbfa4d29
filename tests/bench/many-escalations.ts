import type { DataSource } from 'typeorm';

export interface ManyEscalations {
  count: number;
  dueAt: Date;
  level: number;
  /** Minutes after each asking. */
  delayMinutes: number;
}

/** Departments, people, a policy of two steps of which the first is asked twice, and escalations due at one moment. */
export async function insertManyEscalations(dataSource: DataSource, given: ManyEscalations): Promise<void> {
  await dataSource.query(
    `insert into department (key, name_fr, name_en) select 'd' || n, 'D' || n, 'D' || n from generate_series(1, 8) n`,
  );
  await dataSource.query(
    `insert into person (email, name, roles, locale)
     select 'p' || n || '@example.org', 'P' || n, case when n = 1 then '{crisis_lead}' else '{approver}' end::text[], 'fr'
     from generate_series(1, 40) n`,
  );
  await dataSource.query(
    `insert into department_duty (department_id, lead_id, time_zone, rota)
     select d.id, p.lead, 'Europe/Paris', jsonb_build_object('kind', 'weekly', 'startsOn', '2026-01-05', 'handOverAt',
       '09:00', 'participants', p.ids)
     from department d cross join lateral (
       select min(id) as lead, jsonb_agg(id::text order by id) as ids from person where id % 8 = d.id % 8) p`,
  );
  const steps = [
    { targets: [{ kind: 'asked_on_call' }], delayMinutes: given.delayMinutes, repeat: 1 },
    { targets: [{ kind: 'asked_lead' }], delayMinutes: given.delayMinutes, repeat: 0 },
  ];
  await dataSource.query(
    `insert into escalation_policy (name, steps, decide_minutes, is_default) values ('Default', $1, 30, true)`,
    [JSON.stringify(steps)],
  );
  await dataSource.query(
    `with opened as (
       insert into escalation (subject_type, subject_id, level, question, opened_at, policy_id)
       select 'topic', n, $2, 'What do we say?', $3, (select id from escalation_policy)
       from generate_series(1, $1::integer) n returning id, policy_id)
     insert into escalation_ask (escalation_id, department_id, next_at, began_at, level, policy_id)
     select id, 1 + id % 8, $3, $3, $2, policy_id from opened`,
    [given.count, given.level, given.dueAt],
  );
  await dataSource.query('analyze escalation, escalation_ask');
}
