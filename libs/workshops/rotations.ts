/** A phase whose groups are drawn. */
export interface RoundWish {
  phaseKey: string;
  size: number;
  /** One person of each table stays there in every such round. */
  hostStays: boolean;
}

export interface DrawnGroup {
  /** Who stays at the table; null where nobody does. */
  hostId: string | null;
  /** Everybody in the group, the host too. */
  seatIds: string[];
}

export interface DrawnRound {
  phaseKey: string;
  groups: DrawnGroup[];
}

export interface Draw {
  rounds: DrawnRound[];
  /** Pairs of people who sit together at least once. */
  met: number;
  /** No plan of this shape could let more pairs meet. */
  bound: number;
}

interface DrawInput {
  seatIds: readonly string[];
  /** Wanted as hosts, in this order; others are taken where tables are left. */
  hostIds: readonly string[];
  wishes: readonly RoundWish[];
  /** Rounds that have been held already, which stay as they were. */
  held: readonly DrawnRound[];
  seed: number;
}

/**
 * Groups for each round in which people meet as many others as possible: a good start by greed, then swaps between
 * tables while they bring new meetings (a local search for the “social golfer problem”; the optimum is not promised, and
 * `bound` says how far it could be away). The same input gives the same draw.
 */
export function drawRotations(input: DrawInput): Draw {
  // Small groups are cheap to draw anew, and it is there that one meeting more is seen.
  const people = input.seatIds.length;
  const tries = people <= 24 ? 24 : people <= 60 ? 4 : 1;
  const random = randomNumbers(input.seed);
  let best = drawOnce(input, random);
  for (let count = 1; count < tries && best.met < best.bound; count += 1) {
    const other = drawOnce(input, random);
    if (other.met > best.met) best = other;
  }
  return best;
}

function drawOnce({ seatIds, hostIds, wishes, held: before }: DrawInput, random: () => number): Draw {
  const indexOf = new Map(seatIds.map((id, index) => [id, index]));
  const known = (ids: readonly string[]) => ids.flatMap((id) => indexOf.get(id) ?? []);
  const held = before.map(({ groups }) => groups.map((group) => known(group.seatIds)));
  const meetings = new Meetings(seatIds.length);
  for (const groups of held) meetings.addAll(groups);

  const shapes = wishes.map((wish) => shapeOf(seatIds.length, wish));
  const hosts = hostsFor(shapes, known(hostIds), seatIds.length);
  const rounds = shapes.map((shape) => {
    const staying = hosts.slice(0, shape.hostStays ? shape.sizes.length : 0);
    const groups = bestRound(shape, staying, meetings, random);
    meetings.addAll(groups);
    return groups;
  });
  // Once more with all other rounds known: an early round may now do better.
  for (const [index, groups] of rounds.entries()) {
    meetings.removeAll(groups);
    improve(groups, shapes[index]?.hostStays ? 1 : 0, meetings);
    meetings.addAll(groups);
  }
  return {
    rounds: [
      ...before.map((round) => structuredClone(round)),
      ...rounds.map((groups, index) => ({
        phaseKey: wishes[index]?.phaseKey ?? '',
        groups: groups.map((group) => ({
          hostId: shapes[index]?.hostStays ? (seatIds[group[0] ?? -1] ?? null) : null,
          seatIds: group.flatMap((seat) => seatIds[seat] ?? []),
        })),
      })),
    ],
    met: meetings.distinct,
    bound: meetingBound(seatIds.length, held, shapes),
  };
}

/** Somebody who comes later joins the smallest group of each round from `from` on, and does not become a host. */
export function joinRounds(rounds: readonly DrawnRound[], seatId: string, from: number): DrawnRound[] {
  return rounds.map((round, index) => {
    if (index < from || round.groups.some(({ seatIds }) => seatIds.includes(seatId))) return round;
    const smallest = round.groups.reduce<DrawnGroup | undefined>(
      (best, group) => (best && best.seatIds.length <= group.seatIds.length ? best : group),
      undefined,
    );
    const groups = round.groups.map((group) =>
      group === smallest ? { ...group, seatIds: [...group.seatIds, seatId] } : group,
    );
    return { ...round, groups: smallest ? groups : [{ hostId: null, seatIds: [seatId] }] };
  });
}

/** Pairs of these people who sit together in at least one of the rounds. */
export function countMeetings(rounds: readonly DrawnRound[], seatIds: readonly string[]): number {
  const indexOf = new Map(seatIds.map((id, index) => [id, index]));
  const meetings = new Meetings(seatIds.length);
  for (const { groups } of rounds)
    meetings.addAll(groups.map((group) => group.seatIds.flatMap((id) => indexOf.get(id) ?? [])));
  return meetings.distinct;
}

interface Shape {
  /** Sizes of the groups, which differ by at most one. */
  sizes: number[];
  hostStays: boolean;
}

function shapeOf(people: number, { size, hostStays }: RoundWish): Shape {
  // Nobody is left alone: pairs of an odd number have one group of three.
  const count = Math.max(1, size === 2 ? Math.floor(people / 2) : Math.round(people / size));
  const sizes = Array.from(
    { length: count },
    (_, index) => Math.floor(people / count) + (index < people % count ? 1 : 0),
  ).filter((one) => one > 0);
  return { sizes, hostStays };
}

function hostsFor(shapes: readonly Shape[], wanted: readonly number[], people: number): number[] {
  const tables = Math.max(0, ...shapes.filter(({ hostStays }) => hostStays).map(({ sizes }) => sizes.length));
  const others = Array.from({ length: people }, (_, seat) => seat).filter((seat) => !wanted.includes(seat));
  return [...wanted, ...others].slice(0, tables);
}

/**
 * The smallest of three counts that nothing can exceed: the places beside each other in all rounds; what each person can
 * meet, halved; all pairs, without those of hosts who never leave their tables.
 */
function meetingBound(people: number, held: readonly number[][][], shapes: readonly Shape[]): number {
  const pairs = (size: number) => (size * (size - 1)) / 2;
  let places = 0;
  const others = new Array<number>(people).fill(0);
  for (const groups of held)
    for (const group of groups) {
      places += pairs(group.length);
      for (const seat of group) others[seat] = (others[seat] ?? 0) + group.length - 1;
    }
  for (const { sizes } of shapes) {
    places += sizes.reduce((sum, size) => sum + pairs(size), 0);
    for (let seat = 0; seat < people; seat += 1)
      others[seat] = (others[seat] ?? 0) + Math.max(0, ...sizes.map((size) => size - 1));
  }
  const each = Math.floor(others.reduce((sum, count) => sum + Math.min(people - 1, count), 0) / 2);
  const alwaysApart = held.length === 0 && shapes.length > 0 && shapes.every(({ hostStays }) => hostStays);
  const tables = Math.min(...shapes.map(({ sizes }) => sizes.length));
  return Math.min(places, each, pairs(people) - (alwaysApart ? pairs(tables) : 0));
}

/** How often each pair has met. */
class Meetings {
  private readonly times: Uint16Array;
  distinct = 0;

  constructor(private readonly people: number) {
    this.times = new Uint16Array(people * people);
  }

  /** 1 when the two would meet for the first time. */
  isNew(a: number, b: number): number {
    return this.times[a * this.people + b] === 0 ? 1 : 0;
  }

  addAll(groups: readonly (readonly number[])[]): void {
    this.change(groups, 1);
  }

  removeAll(groups: readonly (readonly number[])[]): void {
    this.change(groups, -1);
  }

  private change(groups: readonly (readonly number[])[], step: 1 | -1): void {
    for (const group of groups)
      for (const a of group)
        for (const b of group) {
          if (a === b) continue;
          const place = a * this.people + b;
          const before = this.times[place] ?? 0;
          this.times[place] = before + step;
          if (a < b && (before === 0 || before + step === 0)) this.distinct += step;
        }
  }
}

function bestRound(
  shape: Shape,
  hosts: readonly number[],
  meetings: Meetings,
  random: () => number,
): number[][] {
  const people = shape.sizes.reduce((sum, size) => sum + size, 0);
  const starts = people > 60 ? 2 : 6;
  let best: number[][] = [];
  let most = -1;
  for (let start = 0; start < starts; start += 1) {
    const groups = greedyRound(shape, hosts, meetings, random);
    improve(groups, shape.hostStays ? 1 : 0, meetings);
    const fresh = groups.reduce((sum, group) => sum + newMeetings(group, meetings), 0);
    if (fresh > most) [best, most] = [groups, fresh];
  }
  return best;
}

function greedyRound(
  shape: Shape,
  hosts: readonly number[],
  meetings: Meetings,
  random: () => number,
): number[][] {
  const groups = shape.sizes.map((_, index) => hosts.slice(index, index + 1));
  const people = shape.sizes.reduce((sum, size) => sum + size, 0);
  const travellers = shuffled(
    Array.from({ length: people }, (_, seat) => seat).filter((seat) => !hosts.includes(seat)),
    random,
  );
  for (const seat of travellers) {
    let place = -1;
    let most = -1;
    for (const [index, group] of groups.entries()) {
      const room = (shape.sizes[index] ?? 0) - group.length;
      if (room <= 0) continue;
      // Among equals the emptier table, so that nobody is forced to old acquaintances at the end.
      const gain = group.reduce((sum, other) => sum + meetings.isNew(seat, other), 0) * 100 + room;
      if (gain > most) [place, most] = [index, gain];
    }
    groups[place]?.push(seat);
  }
  return groups;
}

const MOST_PASSES = 12;

/** Swaps two people of different groups wherever that brings new meetings; the first `fixed` of each group stay. */
function improve(groups: number[][], fixed: number, meetings: Meetings): void {
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    let better = false;
    for (const [one, first] of groups.entries())
      for (const second of groups.slice(one + 1))
        for (let i = fixed; i < first.length; i += 1)
          for (let j = fixed; j < second.length; j += 1) {
            const [a, b] = [first[i], second[j]];
            if (a === undefined || b === undefined) continue;
            const before = freshWith(a, first, a, meetings) + freshWith(b, second, b, meetings);
            const after = freshWith(b, first, a, meetings) + freshWith(a, second, b, meetings);
            if (after <= before) continue;
            [first[i], second[j]] = [b, a];
            better = true;
          }
    if (!better) return;
  }
}

/** People of the group, without `instead`, whom this person would meet for the first time. */
function freshWith(person: number, group: readonly number[], instead: number, meetings: Meetings): number {
  let fresh = 0;
  for (const other of group) if (other !== instead) fresh += meetings.isNew(person, other);
  return fresh;
}

function newMeetings(group: readonly number[], meetings: Meetings): number {
  let fresh = 0;
  for (const [index, a] of group.entries())
    for (const b of group.slice(index + 1)) fresh += meetings.isNew(a, b);
  return fresh;
}

function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const list = [...values];
  for (let index = list.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    const [a, b] = [list[index], list[other]];
    if (a !== undefined && b !== undefined) [list[index], list[other]] = [b, a];
  }
  return list;
}

/** Mulberry32 (T. Ettinger): small, and the same on every machine. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
