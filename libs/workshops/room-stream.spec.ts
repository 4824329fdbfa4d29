import { describe, expect, it } from '@jest/globals';
import { EventEmitter } from 'node:events';
import type { WholeRoom } from './room-hub.js';
import { type Outlet, streamRoom } from './room-stream.js';

type Listener = (data: string, seated: ReadonlySet<string> | null) => void;

/** A screen whose connection takes what it is given only when it is told to. */
class Screen extends EventEmitter {
  readonly taken: string[] = [];
  slow = false;
  over = false;

  writeHead() {
    return this;
  }
  write(data: string) {
    this.taken.push(data);
    return !this.slow;
  }
  end(data: string) {
    this.taken.push(data);
    this.over = true;
  }
  destroy() {
    this.over = true;
  }
  /** Takes all that it was given. */
  takeAll() {
    this.emit('drain');
  }
  get wholes() {
    return this.taken.filter((data) => data.startsWith('whole')).length;
  }
}

async function following(seatId: string | null = null) {
  const listeners = new Set<Listener>();
  const screen = new Screen();
  const request = new EventEmitter();
  let version = 0;
  const seated = new Set(['1', '2']);
  const hub = {
    enter: (_: string, listener: Listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    whole: (): Promise<WholeRoom> => Promise.resolve({ data: `whole ${version}`, seated }),
  };
  const say = (data: string, now: ReadonlySet<string> | null = null) => {
    version += 1;
    for (const listener of listeners) listener(data, now);
  };
  const self = seatId === null ? null : () => Promise.resolve({ seatId, dots: {} });
  await streamRoom(hub, '7', self, request as never, screen as unknown as Outlet);
  const leave = () => request.emit('close');
  return { screen, say, leave, listeners };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the stream of a room', () => {
  it('sends all of it, then each change', async () => {
    const { screen, say, leave } = await following();
    say('a');
    say('b');
    expect(screen.taken.slice(-3)).toEqual(['whole 0', 'a', 'b']);
    leave();
  });

  it('keeps a few changes for a slow screen, in order, and reads nothing anew for them', async () => {
    const { screen, say, leave } = await following();
    screen.slow = true;
    say('a');
    say('b');
    say('c');
    expect(screen.taken.at(-1)).toBe('a');
    screen.slow = false;
    screen.takeAll();
    expect(screen.taken.slice(-3)).toEqual(['a', 'b', 'c']);
    expect(screen.wholes).toBe(1);
    leave();
  });

  it('lets nothing pile up for a screen that takes nothing, and sends it everything once it does', async () => {
    const { screen, say, leave } = await following();
    screen.slow = true;
    const before = screen.taken.length;
    for (let number = 0; number < 10_000; number += 1) say(`change ${number}`);
    expect(screen.taken.length).toBe(before + 1);
    screen.slow = false;
    screen.takeAll();
    await settled();
    expect(screen.taken.slice(before + 1)).toEqual(['whole 10000']);
    say('after');
    expect(screen.taken.at(-1)).toBe('after');
    leave();
  });

  it('ends for a seat that was taken back, also while it is slow', async () => {
    const { screen, say, listeners } = await following('1');
    screen.slow = true;
    say('a');
    say('b', new Set(['2']));
    expect(screen.taken.at(-1)).toContain('event: left');
    expect(screen.over).toBe(true);
    expect(listeners.size).toBe(0);
  });
});
