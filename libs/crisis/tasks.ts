import type { EntityManager } from 'typeorm';
import type { InputOf } from '#platform/contract';
import { conflict, notFound } from '#platform/problem';
import type { addTask as addContract, changeTask as changeContract } from './contract.js';
import { type Done, finishIncident, type IncidentActor, lockOpenIncident } from './incident-record.js';
import type { TaskState } from './life-cycles.js';
import { personWho } from './people.js';

/** A checklist of more lines is none. */
const MOST_TASKS = 200;

export async function addTask(
  manager: EntityManager,
  actor: IncidentActor,
  incidentId: string,
  { label, role, ownerId, dueAt }: InputOf<typeof addContract>['body'],
  now: Date,
): Promise<void> {
  const incident = await lockOpenIncident(manager, incidentId);
  if (ownerId !== null) await personWho(manager, ownerId, 'incidents.take_part', 'ownerId');
  const [row]: { count: number }[] = await manager.query(
    'select count(*)::integer as count from incident_task where incident_id = $1',
    [incidentId],
  );
  if ((row?.count ?? 0) >= MOST_TASKS)
    throw conflict('too-many-tasks', `There are ${MOST_TASKS} lines already.`, { most: MOST_TASKS });
  await manager.query(
    `insert into incident_task (incident_id, label_fr, label_en, role, owner_id, due_at) values ($1, $2, $2, $3, $4, $5)`,
    [incidentId, label, role, ownerId, new Date(dueAt)],
  );
  await finishIncident(
    manager,
    incident,
    actor,
    [{ event: 'task_added', params: { task_fr: label, task_en: label, role } }],
    now,
  );
}

interface TaskRecord {
  state: TaskState;
  labelFr: string;
  labelEn: string;
  ownerId: string | null;
  dueAt: Date;
  note: string | null;
}

/** Throws `task-not-found`, and `task-settled` when a line that is done or dropped is moved without taking it up again. */
export async function changeTask(
  manager: EntityManager,
  actor: IncidentActor,
  { incidentId, taskId }: { incidentId: string; taskId: string },
  body: InputOf<typeof changeContract>['body'],
  now: Date,
): Promise<void> {
  const incident = await lockOpenIncident(manager, incidentId);
  const [task]: TaskRecord[] = await manager.query(
    `select state, label_fr as "labelFr", label_en as "labelEn", owner_id as "ownerId", due_at as "dueAt", note
     from incident_task where id = $1 and incident_id = $2`,
    [taskId, incidentId],
  );
  if (!task) throw notFound('task-not-found', 'There is no such line in the checklist.');
  const state = body.state ?? task.state;
  refuseSettled(task.state, state);
  const settles = state !== 'open' && task.state === 'open';
  if (body.ownerId) await personWho(manager, body.ownerId, 'incidents.take_part', 'ownerId');
  const ownerId = body.ownerId === undefined ? task.ownerId : body.ownerId;
  const dueAt = body.dueAt === undefined ? task.dueAt : new Date(body.dueAt);
  const note = body.note === undefined ? task.note : body.note === '' ? null : body.note;
  await manager.query(
    `update incident_task set state = $2, owner_id = $3, due_at = $4, note = $5,
       done_at = case when $2 = 'open' then null when $6 then $7 else done_at end,
       done_by = case when $2 = 'open' then null when $6 then $8 else done_by end
     where id = $1`,
    [taskId, state, ownerId, dueAt, note, settles, now, actor.personId],
  );
  const moved: Readonly<Record<TaskState, Done['event']>> = {
    open: 'task_reopened',
    done: 'task_done',
    dropped: 'task_dropped',
  };
  const event = state === task.state ? 'task_changed' : moved[state];
  await finishIncident(
    manager,
    incident,
    actor,
    [
      {
        event,
        params: { task_fr: task.labelFr, task_en: task.labelEn },
        reason: state === task.state ? null : (body.note ?? null),
        before: { state: task.state, ownerId: task.ownerId, dueAt: task.dueAt.toISOString() },
        after: { taskId, state, ownerId, dueAt: dueAt.toISOString() },
        inLog: event !== 'task_changed',
      },
    ],
    now,
  );
}

/** What is done or dropped is only taken up again: two people who tick the same line do not overwrite each other. */
export function refuseSettled(before: TaskState, after: TaskState): void {
  if (before !== 'open' && after !== 'open')
    throw conflict('task-settled', `This is ${before} already.`, { state: before });
}
