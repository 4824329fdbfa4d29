import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { DataSource, type EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import type { InputOf, ResponseOf } from '#platform/contract';
import { inTransaction } from '#platform/database';
import { publishEvents } from '#platform/live';
import { invalidField, notFound } from '#platform/problem';
import type { EscalationActor } from './acting.js';
import { calendarText } from './calendar-text.js';
import type { addOverride, changeDuty, Duty, listShifts } from './contract.js';
import { changeDutyRow, refuseForeignDepartment } from './change-duty.js';
import { readDuties } from './read-duties.js';
import { readDutyBook } from './read-duty-book.js';
import type { Rota } from './rota.js';
import { momentOf } from './rota.js';
import { planShifts, type PlannedShift } from './shift-plan.js';

const DAY_MS = 86_400_000;
const LONGEST_SPAN_DAYS = 62;
/** The feed reaches from a week ago over three months. */
const FEED_DAYS = { before: 7, after: 90 };

/** Departments' lead, rota and quiet times. */
@Injectable()
export class DutyService {
  constructor(private readonly dataSource: DataSource) {}

  list(actor: EscalationActor): Promise<Duty[]> {
    return readDuties(this.dataSource.manager, actor, new Date());
  }

  async change(
    actor: EscalationActor,
    departmentId: string,
    body: InputOf<typeof changeDuty>['body'],
  ): Promise<Duty> {
    await inTransaction(this.dataSource, ({ manager }) => changeDutyRow(manager, actor, departmentId, body));
    return this.one(actor, departmentId);
  }

  async shifts(
    departmentId: string,
    query: InputOf<typeof listShifts>['query'],
  ): Promise<ResponseOf<typeof listShifts>> {
    const [first, end] = [Temporal.PlainDate.from(query.from), Temporal.PlainDate.from(query.to)];
    const days = first.until(end, { largestUnit: 'day' }).days;
    if (days < 1 || days > LONGEST_SPAN_DAYS) {
      throw invalidField('to', 'span-too-long', `is not within ${LONGEST_SPAN_DAYS} days after the first`, {
        most: LONGEST_SPAN_DAYS,
      });
    }
    const duty = await this.dutyOf(departmentId, momentOf(first, '00:00', 'UTC'));
    const span = { from: momentOf(first, '00:00', duty.timeZone), to: momentOf(end, '00:00', duty.timeZone) };
    const { shifts, gaps } = planShifts(duty.rota, duty.overrides, duty.timeZone, span);
    const about = await this.wordsFor(shifts);
    return {
      shifts: shifts.map((shift) => ({
        personId: shift.personId,
        name: about.names.get(shift.personId) ?? '',
        startsAt: shift.startsAt.toISOString(),
        endsAt: shift.endsAt.toISOString(),
        override: shift.override
          ? {
              id: shift.override.id,
              replacesId: shift.override.replacesId,
              reason: about.reasons.get(shift.override.id) ?? '',
            }
          : null,
      })),
      gaps: gaps.map(({ startsAt, endsAt }) => ({
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
      })),
    };
  }

  async addOverride(
    actor: EscalationActor,
    departmentId: string,
    body: InputOf<typeof addOverride>['body'],
  ): Promise<Duty> {
    refuseForeignDepartment(actor, departmentId);
    if (Date.parse(body.endsAt) - Date.parse(body.startsAt) > LONGEST_SPAN_DAYS * DAY_MS) {
      throw invalidField('endsAt', 'span-too-long', `is more than ${LONGEST_SPAN_DAYS} days later`, {
        most: LONGEST_SPAN_DAYS,
      });
    }
    await inTransaction(this.dataSource, async ({ manager }) => {
      await refuseUnknownDepartment(manager, departmentId);
      const { people } = await readDutyBook(manager, new Date());
      if (!people.has(body.personId)) {
        throw invalidField('personId', 'unknown-person', 'is not someone who can decide');
      }
      const [known] = await manager.query(`select id from person where id = $1`, [body.replacesId]);
      if (body.replacesId !== null && !known) {
        throw invalidField('replacesId', 'unknown-person', 'is nobody here');
      }
      await manager.query(
        `insert into rota_override (department_id, person_id, replaces_id, starts_at, ends_at, reason, created_by)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          departmentId,
          body.personId,
          body.replacesId,
          body.startsAt,
          body.endsAt,
          body.reason,
          actor.personId,
        ],
      );
      await recorded(manager, actor, departmentId, 'duty.override_added', { after: body });
    });
    return this.one(actor, departmentId);
  }

  async removeOverride(actor: EscalationActor, departmentId: string, overrideId: string): Promise<void> {
    refuseForeignDepartment(actor, departmentId);
    await inTransaction(this.dataSource, async ({ manager }) => {
      const [[before]]: [unknown[], number] = await manager.query(
        `delete from rota_override where id = $1 and department_id = $2
         returning person_id as "personId", replaces_id as "replacesId", starts_at as "startsAt", ends_at as "endsAt"`,
        [overrideId, departmentId],
      );
      if (!before) throw notFound('override-not-found', 'There is no such override.');
      await recorded(manager, actor, departmentId, 'duty.override_removed', { before });
    });
  }

  async renewCalendar(actor: EscalationActor, departmentId: string): Promise<Duty> {
    refuseForeignDepartment(actor, departmentId);
    await inTransaction(this.dataSource, async ({ manager }) => {
      await refuseUnknownDepartment(manager, departmentId);
      await manager.query(
        `insert into department_duty (department_id, calendar_token) values ($1, $2)
         on conflict (department_id) do update set calendar_token = excluded.calendar_token`,
        [departmentId, randomBytes(32).toString('base64url')],
      );
      await recorded(manager, actor, departmentId, 'duty.calendar_renewed', {});
    });
    return this.one(actor, departmentId);
  }

  /** The feed that a secret address names, in the language of the names that the department has in it. */
  async calendar(token: string, now = new Date()): Promise<string> {
    const [row]: { departmentId: string; name: string }[] = await this.dataSource.query(
      `select y.department_id as "departmentId", d.name_fr || ' / ' || d.name_en as name
       from department_duty y join department d on d.id = y.department_id where y.calendar_token = $1`,
      [token],
    );
    if (!row) throw notFound('calendar-not-found', 'There is no such calendar.');
    const from = new Date(now.getTime() - FEED_DAYS.before * DAY_MS);
    const to = new Date(now.getTime() + FEED_DAYS.after * DAY_MS);
    const duty = await this.dutyOf(row.departmentId, from);
    const { shifts } = planShifts(duty.rota, duty.overrides, duty.timeZone, { from, to });
    const { names } = await this.wordsFor(shifts);
    return calendarText(
      row.name,
      shifts.map(({ personId, startsAt, endsAt }) => ({
        uid: `duty-${row.departmentId}-${personId}-${startsAt.getTime()}@passerelle`,
        summary: `${names.get(personId) ?? ''} · ${row.name}`,
        startsAt,
        endsAt,
      })),
      now,
    );
  }

  private async one(actor: EscalationActor, departmentId: string): Promise<Duty> {
    const [duty] = await readDuties(this.dataSource.manager, actor, new Date(), departmentId);
    if (!duty) throw notFound('department-not-found', 'There is no such department.');
    return duty;
  }

  private async dutyOf(departmentId: string, from: Date) {
    const duty = (await readDutyBook(this.dataSource.manager, from)).departments.get(departmentId);
    if (!duty) throw notFound('department-not-found', 'There is no such department.');
    return { ...duty, rota: duty.rota as Rota | null };
  }

  private async wordsFor(shifts: readonly PlannedShift[]) {
    const people: { id: string; name: string }[] = await this.dataSource.query(
      `select id, name from person where id = any($1::bigint[])`,
      [[...new Set(shifts.map(({ personId }) => personId))]],
    );
    const overrides: { id: string; reason: string }[] = await this.dataSource.query(
      `select id, reason from rota_override where id = any($1::bigint[])`,
      [shifts.flatMap(({ override }) => (override ? [override.id] : []))],
    );
    return {
      names: new Map(people.map(({ id, name }) => [id, name])),
      reasons: new Map(overrides.map(({ id, reason }) => [id, reason])),
    };
  }
}

async function refuseUnknownDepartment(manager: EntityManager, departmentId: string): Promise<void> {
  const [known] = await manager.query(`select id from department where id = $1`, [departmentId]);
  if (!known) throw notFound('department-not-found', 'There is no such department.');
}

async function recorded(
  manager: EntityManager,
  actor: EscalationActor,
  departmentId: string,
  action: string,
  change: { before?: unknown; after?: unknown },
): Promise<void> {
  await publishEvents(manager, [{ type: 'duty.changed', departmentId }]);
  await recordDecision(manager, {
    actor,
    action,
    subjectType: 'department',
    subjectId: departmentId,
    ...change,
  });
}
