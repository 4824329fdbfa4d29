import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { countFailure, hashToken, newToken, refuseIfThrottled } from '#identity';
import type { ResponseOf } from '#platform/contract';
import { inTransaction } from '#platform/database';
import { conflict, invalidField, notFound, Problem } from '#platform/problem';
import { hasUnsafeCharacters } from '#rules/answers';
import type { lookRoom } from './contract.js';
import { joinRounds } from './rotations.js';
import { lockWorkshop, tellHall } from './workshop-record.js';
import { workshopOver } from './workshops.service.js';

/** More people than this do not join one workshop. */
const MOST_SEATS = 500;

/** A seat, as its cookie proves it. */
export interface SeatHolder {
  seatId: string;
  name: string | null;
  number: number;
}

interface LinkRow {
  id: string;
  title: string;
  language: ResponseOf<typeof lookRoom>['language'];
  state: ResponseOf<typeof lookRoom>['state'];
  anonymousAllowed: boolean;
}

/** Joining by the link, without an account, and knowing a seat again. */
@Injectable()
export class SeatsService {
  constructor(private readonly dataSource: DataSource) {}

  /** What the link leads to. Wrong links are counted by address, so that nobody tries them out. */
  async look(token: string, address: string): Promise<LinkRow> {
    const [row]: LinkRow[] = await this.dataSource.query(
      `select id, title, language, state, anonymous_allowed as "anonymousAllowed" from workshop where link_hash = $1`,
      [hashToken(token)],
    );
    if (row) return row;
    // Only wrong links are held back: a whole room stands behind one address.
    const keys = [`join:${address}`];
    await refuseIfThrottled(this.dataSource, keys);
    await countFailure(this.dataSource, keys);
    throw linkNotInUse();
  }

  /** Takes a seat; the token goes into the cookie and is kept nowhere. Late comers get a place in groups already drawn. */
  async join(
    linkToken: string,
    name: string | null,
    address: string,
  ): Promise<{ workshopId: string; seatId: string; number: number; token: string }> {
    const link = await this.look(linkToken, address);
    if (name === null && !link.anonymousAllowed)
      throw invalidField('name', 'name-needed', 'is required in this workshop');
    if (name !== null && hasUnsafeCharacters(name))
      throw invalidField('name', 'characters-not-allowed', 'contains characters that do not show');
    return inTransaction(this.dataSource, async ({ manager }) => {
      const workshop = await lockWorkshop(manager, link.id);
      if (workshop.state !== 'open' && workshop.state !== 'running') throw workshopOver();
      const [still]: unknown[] = await manager.query(
        'select 1 from workshop where id = $1 and link_hash = $2',
        [link.id, hashToken(linkToken)],
      );
      // A new link was made while this one was being used.
      if (!still) throw linkNotInUse();
      const [count]: { seats: number; number: number }[] = await manager.query(
        `select count(*) filter (where revoked_at is null)::integer as seats, coalesce(max(number), 0)::integer + 1 as number
         from workshop_seat where workshop_id = $1`,
        [link.id],
      );
      if (!count || count.seats >= MOST_SEATS)
        throw conflict('workshop-full', `No more than ${MOST_SEATS} people can join.`, { most: MOST_SEATS });
      const { token, hash } = newToken();
      const [seat]: { id: string }[] = await manager.query(
        'insert into workshop_seat (workshop_id, number, token_hash, name) values ($1, $2, $3, $4) returning id',
        [link.id, count.number, hash, name],
      );
      if (!seat) throw new Error('a seat was not inserted');
      if (workshop.draw) {
        const { phases } = workshop.plan;
        const now = phases.findIndex(({ key }) => key === workshop.run?.phaseKey);
        const from = workshop.draw.rounds.findIndex(
          ({ phaseKey }) => phases.findIndex(({ key }) => key === phaseKey) >= now,
        );
        const rounds = joinRounds(
          workshop.draw.rounds,
          seat.id,
          from < 0 ? workshop.draw.rounds.length : from,
        );
        await manager.query('update workshop set draw = $2 where id = $1', [
          link.id,
          JSON.stringify({ ...workshop.draw, rounds }),
        ]);
      }
      await tellHall(manager, link.id);
      return { workshopId: link.id, seatId: seat.id, number: count.number, token };
    });
  }

  /** Who holds the seat that a cookie stands for; throws 401 when nobody does. */
  async holder(workshopId: string, token: string | undefined): Promise<SeatHolder> {
    const seat = token === undefined ? null : await this.find(workshopId, token);
    if (seat) return seat;
    throw new Problem(401, 'seat-unknown', 'Join the workshop by its link first.');
  }

  async find(workshopId: string, token: string): Promise<SeatHolder | null> {
    const [row]: SeatHolder[] = await this.dataSource.query(
      `select id as "seatId", name, number from workshop_seat
       where token_hash = $1 and workshop_id = $2 and revoked_at is null`,
      [hashToken(token), workshopId],
    );
    return row ?? null;
  }
}

function linkNotInUse(): Problem {
  return notFound('join-link-invalid', 'This link is not in use (any more). Ask whoever leads the workshop.');
}
