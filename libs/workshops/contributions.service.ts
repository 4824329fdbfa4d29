import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { InputOf } from '#platform/contract';
import { inTransaction } from '#platform/database';
import { conflict, invalidField, notFound } from '#platform/problem';
import { hasUnsafeCharacters } from '#rules/answers';
import type { Item, RoomSelf, writeItem } from './contract.js';
import { mayGive } from './dots.js';
import { readDots, readItems } from './read-room.js';
import type { SeatHolder } from './seats.service.js';
import { lockWorkshop, tellItems, type WorkshopPerson, type WorkshopRecord } from './workshop-record.js';

type Contribution = InputOf<typeof writeItem>['body'];

/** More than this nobody writes in one workshop. */
const MOST_ITEMS = 200;

/** What participants do: write, take back, give dots. */
@Injectable()
export class ContributionsService {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Writes something down, once for its key however often it is sent. What was written in a phase that has begun is
   * still taken after it, because it may have waited for a connection.
   */
  write(
    workshopId: string,
    given: Contribution,
    author: { seat: SeatHolder; anonymous: boolean } | { person: WorkshopPerson },
  ): Promise<Item> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      if (hasUnsafeCharacters(given.text))
        throw invalidField('text', 'characters-not-allowed', 'contains characters that do not show');
      const workshop = await lockWorkshop(manager, workshopId, 'share');
      const seat = 'seat' in author ? author.seat : null;
      const written = seat ? await lockSeat(manager, seat.seatId) : 0;
      const again = await writtenBefore(manager, workshopId, given);
      if (again) return again;
      refuseOutOfPlace(workshop, given);
      if (written >= MOST_ITEMS)
        throw conflict('too-many-items', `One person writes at most ${MOST_ITEMS}.`, { most: MOST_ITEMS });
      const named = 'seat' in author && !author.anonymous ? author.seat.seatId : null;
      const [row]: { id: string }[] = await manager.query(
        `insert into workshop_item (workshop_id, key, kind, text, phase_key, seat_id, person_id)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (workshop_id, key) do nothing returning id`,
        [
          workshopId,
          given.key,
          given.kind,
          given.text,
          given.phaseKey,
          named,
          'person' in author ? author.person.personId : null,
        ],
      );
      if (!row) throw keyOfAnother();
      if (seat)
        await manager.query('update workshop_seat set items = items + 1 where id = $1', [seat.seatId]);
      await tellItems(manager, workshopId, [row.id]);
      return readOne(manager, workshopId, row.id);
    });
  }

  /** Whoever knows the key has written it, also where it bears no name. */
  withdraw(workshopId: string, key: string): Promise<void> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const workshop = await lockWorkshop(manager, workshopId, 'share');
      refuseNotRunning(workshop);
      const [item]: { id: string; hidden: boolean; harvested: boolean }[] = await manager.query(
        `select i.id, i.hidden_at is not null as hidden,
           exists (select from workshop_harvest h where h.item_id = i.id) as harvested
         from workshop_item i where i.workshop_id = $1 and i.key = $2 for update of i`,
        [workshopId, key],
      );
      if (!item) throw itemNotFound();
      if (item.hidden) return;
      if (item.harvested) throw conflict('item-harvested', 'Something was made of it already.');
      await manager.query('update workshop_item set hidden_at = now() where id = $1', [item.id]);
      await manager.query('delete from workshop_dot where item_id = $1', [item.id]);
      await tellItems(manager, workshopId, [item.id]);
    });
  }

  /** The seat's row orders two tabs of one person, so that together they stay within the budget. */
  giveDots(workshopId: string, seat: SeatHolder, itemId: string, dots: number): Promise<RoomSelf['dots']> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const workshop = await lockWorkshop(manager, workshopId, 'share');
      refuseNotRunning(workshop);
      const phase = workshop.plan.phases.find(({ key }) => key === workshop.run?.phaseKey);
      if (!phase?.voting) throw conflict('no-vote-now', 'No dots are given in this phase.');
      await lockSeat(manager, seat.seatId);
      const [item]: unknown[] = await manager.query(
        'select from workshop_item where workshop_id = $1 and id = $2 and hidden_at is null for key share',
        [workshopId, itemId],
      );
      if (!item) throw itemNotFound();
      const before = await readDots(manager, seat.seatId);
      const onOthers = Object.entries(before).reduce(
        (sum, [id, count]) => (id === itemId ? sum : sum + count),
        0,
      );
      const may = mayGive(workshop.plan, onOthers, dots);
      if (!may.allowed)
        throw conflict('dots-spent', `You have ${may.left} dots left for this.`, { left: may.left });
      if (dots === 0)
        await manager.query('delete from workshop_dot where item_id = $1 and seat_id = $2', [
          itemId,
          seat.seatId,
        ]);
      else
        await manager.query(
          `insert into workshop_dot (item_id, seat_id, dots) values ($1, $2, $3)
           on conflict (item_id, seat_id) do update set dots = excluded.dots`,
          [itemId, seat.seatId, dots],
        );
      await tellItems(manager, workshopId, [itemId]);
      return readDots(manager, seat.seatId);
    });
  }
}

/** Locks the seat; returns how many items were written from it. */
async function lockSeat(manager: EntityManager, seatId: string): Promise<number> {
  const [row]: { items: number }[] = await manager.query(
    'select items from workshop_seat where id = $1 and revoked_at is null for no key update',
    [seatId],
  );
  if (!row) throw conflict('seat-unknown', 'This seat was taken back.');
  return row.items;
}

async function writtenBefore(
  manager: EntityManager,
  workshopId: string,
  given: Contribution,
): Promise<Item | null> {
  const [row]: { id: string; same: boolean }[] = await manager.query(
    'select id, kind = $3 and text = $4 as same from workshop_item where workshop_id = $1 and key = $2',
    [workshopId, given.key, given.kind, given.text],
  );
  if (!row) return null;
  if (!row.same) throw keyOfAnother();
  return readOne(manager, workshopId, row.id);
}

function keyOfAnother() {
  return conflict('key-of-another-item', 'This key was used for something else.');
}

async function readOne(manager: EntityManager, workshopId: string, itemId: string): Promise<Item> {
  const [item] = await readItems(manager, workshopId, [itemId]);
  if (!item) throw itemNotFound();
  return item;
}

export function itemNotFound() {
  return notFound('item-not-found', 'There is no such item in this workshop.');
}

function refuseNotRunning(workshop: WorkshopRecord): void {
  if (workshop.state === 'running') return;
  throw conflict('workshop-not-running', `The workshop is not running: it is ${workshop.state}.`, {
    state: workshop.state,
  });
}

function refuseOutOfPlace(workshop: WorkshopRecord, given: Contribution): void {
  refuseNotRunning(workshop);
  const phase = workshop.plan.phases.find(({ key }) => key === given.phaseKey);
  if (phase && workshop.begun.includes(phase.key) && phase.captures.includes(given.kind)) return;
  throw conflict('not-in-this-phase', `This is not written down in that phase.`, { kind: given.kind });
}
