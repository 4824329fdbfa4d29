import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { LiveHub, type StoredEvent } from '#platform/live';
import type { Hall, RoomPatch } from './contract.js';
import { readClusters, readHall, readItems } from './read-room.js';

/** Changes of a room within this time are read and sent together. */
const GATHER_MS = 60;

/** `seated`: who holds a seat now, where that may have changed. */
type Listener = (data: string, seated: ReadonlySet<string> | null) => void;

/** All of a room, as the text that is sent. */
export interface WholeRoom {
  data: string;
  seated: ReadonlySet<string>;
}

interface Reading {
  now: Promise<WholeRoom | null>;
  next: Promise<WholeRoom | null> | null;
}

interface Changes {
  hall: boolean;
  clusters: boolean;
  itemIds: Set<string>;
}

/**
 * Hands what changes in a room to everybody in it. Each change is read once per process and written as one text for all,
 * so that a hundred and fifty phones cost one query. Whoever comes gets everything first, so nothing has to be replayed.
 */
@Injectable()
export class RoomHub implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(RoomHub.name);
  private readonly rooms = new Map<string, Set<Listener>>();
  private readonly waiting = new Map<string, Changes>();
  private readonly timers = new Map<string, NodeJS.Timeout>();
  /** Sends of one room, one after the other, so that an older state never overtakes a newer one. */
  private readonly turns = new Map<string, Promise<void>>();
  /** Readings of whole rooms under way, and the one after each: whoever comes during a reading shares the next. */
  private readonly readings = new Map<string, Reading>();
  private stop: () => void = () => undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly live: LiveHub,
  ) {}

  onModuleInit(): void {
    this.stop = this.live.subscribe((events) => this.hear(events));
  }

  onApplicationShutdown(): void {
    this.stop();
    for (const timer of this.timers.values()) clearTimeout(timer);
  }

  /** Calls `listener` with every change from now on; returns how to stop. */
  enter(workshopId: string, listener: Listener): () => void {
    const room = this.rooms.get(workshopId) ?? new Set();
    this.rooms.set(workshopId, room.add(listener));
    return () => {
      room.delete(listener);
      if (room.size === 0 && this.rooms.get(workshopId) === room) this.rooms.delete(workshopId);
    };
  }

  /**
   * All of a room as it stands when this is called, or later; null when there is no such workshop. A hundred and fifty
   * phones that come back at the same moment cost two readings, not one each.
   */
  whole(workshopId: string): Promise<WholeRoom | null> {
    const reading = this.readings.get(workshopId);
    if (!reading) return this.beginReading(workshopId);
    reading.next ??= reading.now.then(
      () => this.beginReading(workshopId),
      () => this.beginReading(workshopId),
    );
    return reading.next;
  }

  private beginReading(workshopId: string): Promise<WholeRoom | null> {
    const reading: Reading = { now: this.readWhole(workshopId), next: null };
    this.readings.set(workshopId, reading);
    const end = () => {
      if (this.readings.get(workshopId) === reading && reading.next === null)
        this.readings.delete(workshopId);
    };
    reading.now.then(end, end);
    return reading.now;
  }

  private async readWhole(workshopId: string): Promise<WholeRoom | null> {
    const { manager } = this.dataSource;
    const hall = await readHall(manager, workshopId);
    if (!hall) return null;
    const [items, clusters] = [await readItems(manager, workshopId), await readClusters(manager, workshopId)];
    const whole: RoomPatch = { whole: true, hall, items, clusters };
    return { data: textOf(whole), seated: seatedIn(hall) };
  }

  private hear(events: readonly StoredEvent[]): void {
    for (const { event } of events) {
      if (event.type !== 'workshop.changed' && event.type !== 'workshop.room') continue;
      if (!this.rooms.has(event.workshopId)) continue;
      const changes = this.waiting.get(event.workshopId) ?? {
        hall: false,
        clusters: false,
        itemIds: new Set(),
      };
      this.waiting.set(event.workshopId, changes);
      if (event.type === 'workshop.changed') changes.hall = true;
      else {
        changes.clusters ||= event.clusters;
        for (const id of event.itemIds) changes.itemIds.add(id);
      }
      const { workshopId } = event;
      if (this.timers.has(workshopId)) continue;
      const timer = setTimeout(() => {
        this.timers.delete(workshopId);
        const turn = (this.turns.get(workshopId) ?? Promise.resolve()).then(() => this.send(workshopId));
        this.turns.set(workshopId, turn);
      }, GATHER_MS);
      this.timers.set(workshopId, timer);
    }
  }

  private async send(workshopId: string): Promise<void> {
    const changes = this.waiting.get(workshopId);
    const room = this.rooms.get(workshopId);
    this.waiting.delete(workshopId);
    if (!changes || !room) return;
    try {
      const patch = await this.patch(workshopId, changes);
      const data = textOf(patch);
      const seated = patch.hall ? seatedIn(patch.hall) : null;
      for (const listener of room) listener(data, seated);
    } catch (error) {
      // Everybody is sent everything with the next change, or when they connect again.
      this.logger.warn(`workshop ${workshopId} could not be read: ${String(error)}`);
      const again = this.waiting.get(workshopId) ?? changes;
      for (const id of changes.itemIds) again.itemIds.add(id);
      this.waiting.set(workshopId, { ...again, hall: true, clusters: true });
    }
  }

  private async patch(workshopId: string, changes: Changes): Promise<RoomPatch> {
    const { manager } = this.dataSource;
    const patch: RoomPatch = {};
    if (changes.hall) patch.hall = (await readHall(manager, workshopId)) ?? undefined;
    if (changes.clusters) patch.clusters = await readClusters(manager, workshopId);
    if (changes.itemIds.size > 0) {
      const asked = [...changes.itemIds];
      patch.items = await readItems(manager, workshopId, asked);
      const there = new Set(patch.items.map(({ id }) => id));
      patch.gone = asked.filter((id) => !there.has(id));
    }
    return patch;
  }
}

function textOf(patch: RoomPatch): string {
  return `data: ${JSON.stringify(patch)}\n\n`;
}

function seatedIn({ seats }: Hall): ReadonlySet<string> {
  return new Set(seats.map(({ id }) => id));
}
