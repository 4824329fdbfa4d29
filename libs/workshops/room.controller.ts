import { Controller, Inject, Req, Res } from '@nestjs/common';
import { parse as parseCookies, serialize } from 'cookie';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { contribute, followSeat, giveDots, joinRoom, lookRoom, withdrawItem } from '#contract/workshops';
import { CONFIG, type Config } from '#platform/config';
import type { InputOf, ResponseOf } from '#platform/contract';
import { Endpoint, Input } from '#platform/http';
import { ContributionsService } from './contributions.service.js';
import { readDots } from './read-room.js';
import { RoomHub } from './room-hub.js';
import { streamRoom } from './room-stream.js';
import { type SeatHolder, SeatsService } from './seats.service.js';
import { workshopNotFound } from './workshop-record.js';

const SEAT_DAYS = 7;
/** One cookie per workshop, so that one can sit in several. */
const seatCookie = (workshopId: string) => `passerelle_seat_${workshopId}`;

/** For participants: no account, a cookie stands for the seat that the link gave. */
@Controller()
export class RoomController {
  constructor(
    private readonly seats: SeatsService,
    private readonly contributions: ContributionsService,
    private readonly hub: RoomHub,
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Endpoint(lookRoom)
  async look(
    @Input() { body }: InputOf<typeof lookRoom>,
    @Req() request: Request,
  ): Promise<ResponseOf<typeof lookRoom>> {
    const { id, ...link } = await this.seats.look(body.token, request.ip ?? 'unknown');
    const token = seatToken(request, id);
    return {
      workshopId: id,
      ...link,
      joined: token !== undefined && (await this.seats.find(id, token)) !== null,
    };
  }

  @Endpoint(joinRoom)
  async join(
    @Input() { body }: InputOf<typeof joinRoom>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ResponseOf<typeof joinRoom>> {
    const { token, ...seat } = await this.seats.join(body.token, body.name, request.ip ?? 'unknown');
    response.setHeader(
      'set-cookie',
      serialize(seatCookie(seat.workshopId), token, {
        httpOnly: true,
        sameSite: 'lax',
        path: '/api/rooms',
        secure: this.config.secureCookie,
        maxAge: SEAT_DAYS * 86_400,
      }),
    );
    return seat;
  }

  @Endpoint(followSeat)
  async follow(
    @Input() { params }: InputOf<typeof followSeat>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { workshopId } = params;
    const seat = await this.seat(request, workshopId);
    const self = async () => ({
      seatId: seat.seatId,
      dots: await readDots(this.dataSource.manager, seat.seatId),
    });
    if (!(await streamRoom(this.hub, workshopId, self, request, response))) throw workshopNotFound();
  }

  @Endpoint(contribute)
  async contribute(
    @Input() { params, body }: InputOf<typeof contribute>,
    @Req() request: Request,
  ): Promise<ResponseOf<typeof contribute>> {
    const { anonymous, ...given } = body;
    const seat = await this.seat(request, params.workshopId);
    return this.contributions.write(params.workshopId, given, { seat, anonymous });
  }

  @Endpoint(withdrawItem)
  async withdraw(
    @Input() { params, body }: InputOf<typeof withdrawItem>,
    @Req() request: Request,
  ): Promise<void> {
    await this.seat(request, params.workshopId);
    await this.contributions.withdraw(params.workshopId, body.key);
  }

  @Endpoint(giveDots)
  async giveDots(
    @Input() { params, body }: InputOf<typeof giveDots>,
    @Req() request: Request,
  ): Promise<ResponseOf<typeof giveDots>> {
    const seat = await this.seat(request, params.workshopId);
    return { dots: await this.contributions.giveDots(params.workshopId, seat, body.itemId, body.dots) };
  }

  private seat(request: Request, workshopId: string): Promise<SeatHolder> {
    return this.seats.holder(workshopId, seatToken(request, workshopId));
  }
}

function seatToken(request: Request, workshopId: string): string | undefined {
  return parseCookies(request.headers.cookie ?? '')[seatCookie(workshopId)];
}
