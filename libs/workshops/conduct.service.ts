import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import { hashToken, newToken } from '#identity';
import type { InputOf } from '#platform/contract';
import { inTransaction } from '#platform/database';
import { conflict, invalidField, notFound } from '#platform/problem';
import { Seals } from '#platform/sealing';
import type { moveWorkshopOn } from './contract.js';
import { moveWorkshop, type WorkshopState } from './life-cycle.js';
import {
  lockWorkshop,
  tellHall,
  workshopNotFound,
  type WorkshopPerson,
  type WorkshopRecord,
} from './workshop-record.js';
import { workshopOver } from './workshops.service.js';

type Move = InputOf<typeof moveWorkshopOn>['body'];

const LINK_SEAL = 'workshop.link';

/** Running a workshop: its life cycle, the clock of its phases, and the link by which people join. */
@Injectable()
export class ConductService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(Seals) private readonly seals: Pick<Seals, 'seal' | 'open'>,
  ) {}

  /** One move, with its entry on record; the clock goes by the database's rows alone. */
  move(workshopId: string, move: Move, person: WorkshopPerson, now = new Date()): Promise<WorkshopState> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const workshop = await lockWorkshop(manager, workshopId);
      const state = moveWorkshop(workshop.state, move.move);
      if (state === null)
        throw conflict('transition-not-allowed', `This is not possible while it is ${workshop.state}.`, {
          state: workshop.state,
        });
      const detail = await this.carryOut(manager, workshop, move, now);
      if (detail === null) return state;
      await manager.query(
        'update workshop set state = $2, state_at = case when state = $2 then state_at else $3 end where id = $1',
        [workshopId, state, now],
      );
      await tellHall(manager, workshopId);
      await recordDecision(manager, {
        actor: person,
        action: ACTIONS[move.move],
        subjectType: 'workshop',
        subjectId: workshopId,
        before: { state: workshop.state, phase: workshop.run?.phaseKey ?? null },
        after: { state, ...detail },
      });
      return state;
    });
  }

  async link(workshopId: string): Promise<string | null> {
    const [row]: { sealed: Buffer | null }[] = await this.dataSource.query(
      'select link_sealed as sealed from workshop where id = $1',
      [workshopId],
    );
    if (!row) throw workshopNotFound();
    return row.sealed === null ? null : pathOf(this.seals.open(LINK_SEAL, row.sealed));
  }

  changeLink(workshopId: string, action: 'renew' | 'revoke', person: WorkshopPerson): Promise<string | null> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const workshop = await lockWorkshop(manager, workshopId);
      if (workshop.state !== 'open' && workshop.state !== 'running') throw workshopOver();
      const path = await this.setLink(manager, workshopId, action === 'renew');
      await tellHall(manager, workshopId);
      await recordDecision(manager, {
        actor: person,
        action: action === 'renew' ? 'workshop.link_renewed' : 'workshop.link_revoked',
        subjectType: 'workshop',
        subjectId: workshopId,
      });
      return path;
    });
  }

  /** Names a host, or takes a seat back: its cookie stands for nothing from then on. */
  changeSeat(
    workshopId: string,
    seatId: string,
    change: { host?: boolean | undefined; revoked?: true | undefined },
    person: WorkshopPerson,
  ): Promise<void> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      await lockWorkshop(manager, workshopId);
      const [before]: { number: number; host: boolean; revoked: boolean }[] = await manager.query(
        `select number, host, revoked_at is not null as revoked from workshop_seat where workshop_id = $1 and id = $2
         for update`,
        [workshopId, seatId],
      );
      if (!before || before.revoked)
        throw notFound('seat-not-found', 'There is no such seat in this workshop.');
      await manager.query(
        `update workshop_seat set host = coalesce($2, host), revoked_at = case when $3 then now() end where id = $1`,
        [seatId, change.host ?? null, change.revoked ?? false],
      );
      await tellHall(manager, workshopId);
      await recordDecision(manager, {
        actor: person,
        action: change.revoked ? 'workshop.seat_revoked' : 'workshop.host_named',
        subjectType: 'workshop',
        subjectId: workshopId,
        before: { seat: before.number, host: before.host },
        after: { seat: before.number, ...change },
      });
    });
  }

  /** What goes on record beside the state; null where it was so already, as when two press “pause” at once. */
  private async carryOut(
    manager: EntityManager,
    workshop: WorkshopRecord,
    move: Move,
    now: Date,
  ): Promise<Record<string, unknown> | null> {
    switch (move.move) {
      case 'open':
        await this.setLink(manager, workshop.id, true);
        return {};
      case 'start':
        return beginPhase(manager, workshop, 0, now);
      case 'phase': {
        const from = workshop.plan.phases.findIndex(({ key }) => key === workshop.run?.phaseKey);
        if (from !== move.from)
          throw conflict('changed-meanwhile', 'Somebody has moved to another phase.', { phase: from });
        await endRun(manager, workshop.id, now);
        return beginPhase(manager, workshop, move.to, now);
      }
      case 'pause':
        if (workshop.run?.pausedAt !== null) return null;
        await manager.query(
          'update workshop_run set paused_at = $2 where workshop_id = $1 and ended_at is null and paused_at is null',
          [workshop.id, now],
        );
        return {};
      case 'resume':
        if (!workshop.run?.pausedAt) return null;
        await manager.query(`${RESUME} where workshop_id = $1 and ended_at is null`, [workshop.id, now]);
        return {};
      case 'extend':
        await manager.query(
          'update workshop_run set minutes = minutes + $2 where workshop_id = $1 and ended_at is null',
          [workshop.id, move.minutes],
        );
        return { minutes: move.minutes };
      case 'close':
        await endRun(manager, workshop.id, now);
        await this.setLink(manager, workshop.id, false);
        return {};
      case 'cancel':
        await this.setLink(manager, workshop.id, false);
        return {};
    }
  }

  private async setLink(manager: EntityManager, workshopId: string, fresh: boolean): Promise<string | null> {
    const { token } = newToken();
    await manager.query('update workshop set link_hash = $2, link_sealed = $3 where id = $1', [
      workshopId,
      fresh ? hashToken(token) : null,
      fresh ? this.seals.seal(LINK_SEAL, token) : null,
    ]);
    return fresh ? pathOf(token) : null;
  }
}

const ACTIONS: Record<Move['move'], string> = {
  open: 'workshop.opened',
  start: 'workshop.started',
  phase: 'workshop.phase_begun',
  pause: 'workshop.paused',
  resume: 'workshop.resumed',
  extend: 'workshop.extended',
  close: 'workshop.closed',
  cancel: 'workshop.cancelled',
};

/** SQL: a pause, if there is one, ends at $2 and is added up. */
const RESUME = `update workshop_run set paused_at = null,
  paused_ms = paused_ms + greatest(0, coalesce(extract(epoch from $2::timestamptz - paused_at) * 1000, 0))::bigint`;

/** The secret stands behind the `#`, where no server and no proxy writes it down. */
function pathOf(token: string): string {
  return `/join#${token}`;
}

async function endRun(manager: EntityManager, workshopId: string, now: Date): Promise<void> {
  await manager.query(`${RESUME} where workshop_id = $1 and ended_at is null`, [workshopId, now]);
  await manager.query(
    'update workshop_run set ended_at = greatest($2, started_at) where workshop_id = $1 and ended_at is null',
    [workshopId, now],
  );
}

async function beginPhase(
  manager: EntityManager,
  workshop: WorkshopRecord,
  index: number,
  now: Date,
): Promise<Record<string, unknown>> {
  const phase = workshop.plan.phases[index];
  if (!phase) throw invalidField('to', 'phase-not-found', `there is no phase ${index}`);
  await manager.query(
    `insert into workshop_run (workshop_id, phase_key, planned_minutes, minutes, started_at) values ($1, $2, $3, $3, $4)`,
    [workshop.id, phase.key, phase.minutes, now],
  );
  return { phase: phase.key };
}
