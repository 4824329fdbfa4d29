import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ServerSentEvent, serverSentEvents } from './event-stream.js';

/** The bytes of a text, cut at these places. */
async function* cut(text: string, places: readonly number[]): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  const marks = [0, ...places.map((place) => place % (bytes.length + 1)), bytes.length];
  marks.sort((a, b) => a - b);
  for (const [index, mark] of marks.slice(1).entries()) yield bytes.subarray(marks[index], mark);
}

async function read(text: string, places: readonly number[] = []): Promise<ServerSentEvent[]> {
  const events: ServerSentEvent[] = [];
  for await (const event of serverSentEvents(cut(text, places))) events.push(event);
  return events;
}

describe('server-sent events', () => {
  it('are read with their names; a comment is a sign of life', async () => {
    expect(await read(':)\n\nevent: update\ndata: {"a":1}\n\nevent: delete\ndata: 108\n\n:thump\n')).toEqual([
      { event: '', data: ')' },
      { event: 'update', data: '{"a":1}' },
      { event: 'delete', data: '108' },
      { event: '', data: 'thump' },
    ]);
  });

  it('may have several lines, no name, and fields that nobody knows', async () => {
    expect(await read('id: 7\nretry\ndata: one\ndata\ndata:  two\n\nevent: empty\n\n')).toEqual([
      { event: 'message', data: 'one\n\n two' },
    ]);
  });

  it('that was cut off in the middle is none', async () => {
    expect(await read('event: update\ndata: {"a":1}\n')).toEqual([]);
    expect(await read('event: update\ndata: {"a"')).toEqual([]);
  });

  it('come out the same wherever the bytes are cut, and however lines end', async () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => !/[\r\n\u0000\ufeff]/.test(text));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ event: fc.constantFrom('update', 'delete'), data: word }), { maxLength: 5 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.array(fc.nat(), { maxLength: 12 }),
        async (events, end, places) => {
          const text = events
            .map(({ event, data }) => `event: ${event}${end}data: ${data}${end}${end}`)
            .join('');
          // A lone carriage return at the end might yet be half of a line's end: signs of life settle it.
          const all = await read(`${text}:${end}:${end}`, places);
          const named = all.filter(({ event }) => event !== '');
          expect(named).toEqual(events);
        },
      ),
    );
  });
});
