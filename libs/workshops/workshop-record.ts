import type { EntityManager } from 'typeorm';
import { publishEvents } from '#platform/live';
import { notFound } from '#platform/problem';
import type { Plan, WorkshopContent } from './contract.js';
import type { Draw } from './rotations.js';
import type { WorkshopState } from './life-cycle.js';

export interface WorkshopPerson {
  personId: string;
  name: string;
}

/** A workshop as its rules need it. */
export interface WorkshopRecord {
  id: string;
  title: string;
  state: WorkshopState;
  language: WorkshopContent['language'];
  topicId: string | null;
  plan: Plan;
  draw: Draw | null;
  revision: number;
  run: OpenRun | null;
  /** Keys of the phases that were begun. */
  begun: string[];
}

export interface OpenRun {
  id: string;
  phaseKey: string;
  minutes: number;
  startedAt: Date;
  pausedMs: number;
  pausedAt: Date | null;
}

/**
 * The workshop, locked until the transaction ends. `share` is for those who write or vote: they hold each other up no
 * more than their own rows do, but no phase moves under them.
 */
export async function lockWorkshop(
  manager: EntityManager,
  workshopId: string,
  mode: 'update' | 'share' = 'update',
): Promise<WorkshopRecord> {
  const [row]: Omit<WorkshopRecord, 'run' | 'begun'>[] = await manager.query(
    `select id, title, state, language, topic_id as "topicId", plan, draw, revision from workshop where id = $1
     for ${mode === 'update' ? 'no key update' : 'share'}`,
    [workshopId],
  );
  if (!row) throw workshopNotFound();
  const runs: (OpenRun & { endedAt: Date | null; pausedMs: string | number })[] = await manager.query(
    `select id, phase_key as "phaseKey", minutes, started_at as "startedAt", paused_ms as "pausedMs",
       paused_at as "pausedAt", ended_at as "endedAt" from workshop_run where workshop_id = $1 order by id`,
    [workshopId],
  );
  const open = runs.find(({ endedAt }) => endedAt === null);
  return {
    ...row,
    run: open ? { ...open, pausedMs: Number(open.pausedMs) } : null,
    begun: [...new Set(runs.map(({ phaseKey }) => phaseKey))],
  };
}

export function workshopNotFound() {
  return notFound('workshop-not-found', 'There is no such workshop.');
}

/** The state, the plan, the seats or the harvest changed: lists and the room read them afresh. */
export function tellHall(manager: EntityManager, workshopId: string): Promise<void> {
  return publishEvents(manager, [{ type: 'workshop.changed', workshopId }]);
}

/** Items or groups changed: only the room follows. */
export function tellItems(
  manager: EntityManager,
  workshopId: string,
  itemIds: readonly string[],
  clusters = false,
): Promise<void> {
  return publishEvents(manager, [{ type: 'workshop.room', workshopId, itemIds: [...itemIds], clusters }]);
}
