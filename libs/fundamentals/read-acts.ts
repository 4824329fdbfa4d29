import type { EntityManager } from 'typeorm';
import { ACT_OF_LESSON, type Act, findExercise } from './evidence.js';
import { LESSON_KEYS, type LessonKey } from './lesson.js';

interface ActRow {
  personId: string;
  lesson: LessonKey;
  begunAt: Date;
  kind: Act['kind'];
  at: Date;
  path: string;
  facts: object;
}

/**
 * Looks for the exercises that these people have begun and not done yet, in what they did since, and notes those that
 * it finds. Nobody says “done”; looking again, or twice at once, changes nothing.
 */
export async function noteExercises(manager: EntityManager, personIds: readonly string[]): Promise<void> {
  const rows: ActRow[] = await manager.query(ACTS, [
    personIds,
    LESSON_KEYS,
    LESSON_KEYS.map((key) => ACT_OF_LESSON[key]),
  ]);
  const open = new Map<string, { personId: string; lesson: LessonKey; begunAt: Date; acts: Act[] }>();
  for (const { personId, lesson, begunAt, kind, at, path, facts } of rows) {
    const key = `${personId} ${lesson}`;
    const found = open.get(key) ?? { personId, lesson, begunAt, acts: [] };
    found.acts.push({ kind, at, path, ...facts } as Act);
    open.set(key, found);
  }
  const done = [...open.values()].flatMap(({ personId, lesson, begunAt, acts }) => {
    const act = findExercise(lesson, begunAt, acts);
    return act === null ? [] : [{ personId, lesson, at: act.at, path: act.path }];
  });
  if (done.length === 0) return;
  await manager.query(
    `update lesson_progress p set exercise_done_at = w.at, exercise_path = w.path
     from jsonb_to_recordset($1::jsonb) as w("personId" bigint, lesson text, at timestamptz, path text)
     where p.person_id = w."personId" and p.lesson = w.lesson and p.exercise_done_at is null`,
    [JSON.stringify(done)],
  );
}

/** Only what happened on the training network counts; workshops belong to no network. */
const ACTS = `
  select p.person_id as "personId", p.lesson, p.begun_at as "begunAt", act.kind, act.at, act.path, act.facts
  from lesson_progress p join unnest($2::text[], $3::text[]) as sought(lesson, kind) using (lesson)
  cross join lateral (
    select sought.kind as kind, d.at, '/inbox/' || d.mention_id || '?state=all' as path,
      jsonb_build_object('authorKind', m.assessment->>'authorKind', 'intent', m.intent, 'reason', d.reason) as facts
    from decision d
      join mention_identity i on i.mention_id = d.mention_id
      join mention m on m.id = i.mention_id and m.published_at = i.published_at
    where sought.kind in ('taken', 'no_reply') and d.person_id = p.person_id and d.at >= p.begun_at and d.undone_at is null and m.realm = 'training'
      and case sought.kind
        when 'taken' then d.action in ('take', 'assign') and d.to_assignee_id = d.person_id
        else d.action = 'no_reply' end
    union all
    select 'reply', r.sent_at, '/inbox/' || r.mention_id || '?state=all',
      jsonb_build_object('carriesMessage', coalesce(r.carries_message, false))
    from reply r
    where sought.kind = 'reply' and r.person_id = p.person_id and r.created_at >= p.begun_at and r.state = 'sent'
      and r.mention_id is not null
      and r.realm = 'training'
    union all
    select 'escalation', e.opened_at, '/escalations/' || e.id || '?view=all',
      jsonb_build_object('question', e.question, 'departments', (
        select count(distinct a.department_id) from escalation_ask a
        where a.escalation_id = e.id and a.handed_from is null))
    from escalation e
    where sought.kind = 'escalation' and e.opened_by = p.person_id and e.opened_at >= p.begun_at
      and e.realm = 'training' and e.subject_type in ('mention', 'mention_group')
    union all
    select 'report', v.saved_at, '/incidents/' || s.incident_id || '/reports/' || s.id, '{}'
    from situation_report_version v
      join situation_report s on s.id = v.report_id
      join incident c on c.id = s.incident_id
    where sought.kind = 'report' and v.saved_by = p.person_id and v.saved_at >= p.begun_at and c.realm = 'training'
    union all
    select 'workshop', w.created_at, '/workshops/' || w.id,
      jsonb_build_object('sponsor', w.sponsor, 'stake', w.stake)
    from workshop w
    where sought.kind = 'workshop' and w.created_by = p.person_id and w.created_at >= p.begun_at
  ) act
  where p.person_id = any($1::bigint[]) and p.exercise_done_at is null`;
