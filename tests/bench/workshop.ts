import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { METHODS, planOfMethod } from '#rules/workshops';
import { ApiClient } from '../setup/api-client.js';
import { startProduct } from '../setup/product.js';

interface Guest {
  client: ApiClient;
  /** When each text was first seen on this guest's stream, ms. */
  seen: Map<string, number>;
  leave: () => void;
}

/**
 * How long it takes from sending a text until each participant has it on their stream, through HTTP, database and the
 * server's own events: first one text after the other, then everybody at once.
 * `npm run bench -- workshop [--people N] [--texts N]`
 */
export async function benchWorkshop(flags: string[]): Promise<void> {
  const { values } = parseArgs({
    args: flags,
    options: { people: { type: 'string', default: '150' }, texts: { type: 'string', default: '40' } },
  });
  const people = Number(values.people);
  const product = await startProduct();
  const guests: Guest[] = [];
  try {
    const { id, token } = await openWorkshop(await ApiClient.signedIn(product, 'crisisLead'));
    for (let number = 1; number <= people; number += 1)
      guests.push(await seated(new ApiClient(product.url), token, id, number));
    const lead = await ApiClient.signedIn(product, 'crisisLead');
    await move(lead, id, { move: 'start' });
    await move(lead, id, { move: 'phase', from: 0, to: 1 });

    const single: number[] = [];
    for (let index = 0; index < Number(values.texts); index += 1) {
      const guest = guests[index % guests.length];
      if (guest) single.push(...(await fanOut([await send(guest, id, `single ${index}`)], guests)));
    }
    const started = performance.now();
    const sent = await Promise.all(guests.map((guest, index) => send(guest, id, `together ${index}`)));
    const together = await fanOut(sent, guests);
    console.log(
      JSON.stringify({
        bench: 'workshop',
        people,
        deliveries: single.length + together.length,
        oneByOneMs: spread(single),
        allAtOnceMs: spread(together),
        allAtOnceWrittenMs: Math.round(Math.max(...sent.map(({ answered }) => answered)) - started),
      }),
    );
  } finally {
    for (const { leave } of guests) leave();
    await product.stop();
  }
}

async function openWorkshop(lead: ApiClient): Promise<{ id: string; token: string }> {
  const method = METHODS.find(({ key }) => key === 'world-cafe');
  if (!method) throw new Error('the method is not there');
  const { body } = await lead.call<{ id: string }>('POST', '/api/workshops', {
    ...{ title: 'Bench', sponsor: '', stake: '', strategy: '', objective: 'explore', people: 150 },
    ...{ minutes: 100, place: 'on_site', trust: 'medium', language: 'en', anonymousAllowed: true },
    ...{ plannedAt: null, topicId: null, methodKey: method.key, rooms: [] },
    plan: planOfMethod(method, 'en', 'on_site'),
  });
  await move(lead, body.id, { move: 'open' });
  const link = await lead.call<{ path: string }>('GET', `/api/workshops/${body.id}/link`);
  return { id: body.id, token: link.body.path.split('#')[1] ?? '' };
}

async function move(lead: ApiClient, id: string, body: object): Promise<void> {
  const { status, body: said } = await lead.call('POST', `/api/workshops/${id}/moves`, body);
  if (status >= 300) throw new Error(`a move was answered ${status} ${JSON.stringify(said)}`);
}

async function seated(client: ApiClient, token: string, id: string, number: number): Promise<Guest> {
  const { status } = await client.call('POST', '/api/rooms/join', { token, name: `Guest ${number}` });
  if (status !== 201) throw new Error(`joining was answered ${status}`);
  const end = new AbortController();
  const stream = await client.open('GET', `/api/rooms/${id}/live`, undefined, {}, end.signal);
  const seen = new Map<string, number>();
  void listen(stream, seen).catch(() => undefined);
  return { client, seen, leave: () => end.abort() };
}

async function listen(stream: Response, seen: Map<string, number>): Promise<void> {
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of stream.body ?? []) {
    const lines = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (!line.startsWith('data: ')) continue;
      const now = performance.now();
      const patch = JSON.parse(line.slice('data: '.length)) as { items?: { text: string }[] };
      for (const { text } of patch.items ?? []) if (!seen.has(text)) seen.set(text, now);
    }
  }
}

interface Sent {
  text: string;
  at: number;
  answered: number;
}

async function send({ client }: Guest, id: string, text: string): Promise<Sent> {
  const at = performance.now();
  const { status } = await client.call('POST', `/api/rooms/${id}/items`, {
    ...{ key: randomUUID(), kind: 'idea', text, phaseKey: 'round_1', anonymous: false },
  });
  if (status !== 201) throw new Error(`writing was answered ${status}`);
  return { text, at, answered: performance.now() };
}

/** Milliseconds from sending to each guest, once everybody has everything. */
async function fanOut(sent: readonly Sent[], guests: readonly Guest[]): Promise<number[]> {
  const complete = () => sent.every(({ text }) => guests.every(({ seen }) => seen.has(text)));
  while (!complete()) await new Promise((resolve) => setTimeout(resolve, 5));
  return sent.flatMap(({ text, at }) => guests.map(({ seen }) => (seen.get(text) ?? Infinity) - at));
}

function spread(times: readonly number[]): { p50: number; p95: number; max: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.ceil(sorted.length * share) - 1] ?? 0);
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}
