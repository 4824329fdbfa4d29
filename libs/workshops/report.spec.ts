import { describe, expect, it } from '@jest/globals';
import { inflateRawSync, inflateSync } from 'node:zlib';
import { reportDocx, reportPdf } from '#crisis';
import type { Item, WorkshopDetail } from './contract.js';
import { METHODS } from './methods.js';
import { planOfMethod } from './plan-of-method.js';
import { layOutWorkshop } from './report-document.js';

const person = { id: '1', name: 'Élise Morvan' };
const workshop: WorkshopDetail = {
  ...{
    id: '1',
    title: 'Répondre le soir',
    sponsor: 'Élise',
    stake: 'La confiance',
    strategy: 'Dans l’heure',
  },
  ...{
    objective: 'solve',
    methodKey: 'brainstorming',
    method: METHODS[4]!,
    place: 'on_site',
    state: 'closed',
    plannedAt: null,
  },
  ...{ createdBy: person, createdAt: '2026-11-20T08:00:00.000Z', people: 12, seats: 9, items: 2 },
  ...{ openActions: 1, minutes: 45, trust: 'medium', language: 'fr', anonymousAllowed: true, topicId: null },
  ...{ rooms: [], revision: 1, plan: planOfMethod(METHODS[4]!, 'fr', 'on_site') },
  runs: [
    {
      ...{ phaseKey: 'diverge', title: 'Diverger', plannedMinutes: 20, realMinutes: 22.5 },
      ...{ startedAt: '2026-11-21T09:00:00.000Z', endedAt: '2026-11-21T09:22:30.000Z' },
    },
  ],
  harvest: [
    {
      ...{
        id: '1',
        kind: 'action',
        itemId: '2',
        text: 'Écrire le roulement',
        answerId: null,
        ...{ messageSetId: null, messageKey: null, stakeholder: null },
      },
      ...{ owner: person, dueOn: '2026-12-01', done: null, by: person, at: '2026-11-21T10:00:00.000Z' },
    },
  ],
};
const item = (id: string, text: string, clusterId: string | null, dots: number): Item => ({
  ...{ id, text, clusterId, dots, kind: 'idea', phaseKey: 'diverge', author: null },
  createdAt: '2026-11-21T09:10:00.000Z',
});
const items = [item('1', 'Une permanence tournante', '7', 3), item('2', 'Un message d’attente', null, 0)];
const report = () => layOutWorkshop(workshop, items, [{ id: '7', title: 'Permanences' }], 'fr');
const SAID = ['Répondre le soir', 'Permanences', 'Une permanence tournante', 'Écrire le roulement'];

describe('the report of a workshop', () => {
  it('opens as a Word file that says everything', async () => {
    const text = inZip(await reportDocx(report(), 'fr'), 'word/document.xml').replace(/<[^>]+>/g, ' ');
    for (const said of [...SAID, 'Un message d’attente', 'Osborn']) expect(text).toContain(said);
  });

  it('opens as a PDF whose text can be read', async () => {
    const texts = readingsOf(await reportPdf(report(), 'fr'));
    for (const said of SAID) {
      const found = texts.some((text) => text.replace(/\s/g, '').includes(said.replace(/\s/g, '')));
      expect({ said, found }).toEqual({ said, found: true });
    }
  });
});

/** A file of a zip archive, by its local header. */
function inZip(archive: Buffer, name: string): string {
  const place = archive.indexOf(Buffer.from(name)) - 30;
  expect(archive.readUInt32LE(place)).toBe(0x04034b50);
  const [packed, names, extra] = [
    archive.readUInt32LE(place + 18),
    archive.readUInt16LE(place + 26),
    archive.readUInt16LE(place + 28),
  ];
  const from = place + 30 + names + extra;
  return inflateRawSync(archive.subarray(from, from + packed)).toString();
}

/** All text of a PDF, once by the characters of each of its fonts. */
function readingsOf(file: Buffer): string[] {
  expect(file.subarray(0, 5).toString()).toBe('%PDF-');
  const raw = file.toString('latin1');
  expect(raw.trimEnd().endsWith('%%EOF')).toBe(true);
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, body]) => {
    try {
      return [inflateSync(Buffer.from(body!, 'latin1')).toString('latin1')];
    } catch {
      return [];
    }
  });
  const glyphs = streams
    .filter((stream) => stream.includes('TJ'))
    .flatMap((stream) =>
      [...stream.matchAll(/<([0-9a-f]+)>/gi)].flatMap(([, hex]) => hex!.match(/.{4}/g) ?? []),
    );
  return streams
    .filter((stream) => stream.includes('begincmap'))
    .map((map) => {
      const characters = [...map.matchAll(/\[([^\]]*)\]/g)].flatMap(([, list]) =>
        [...list!.matchAll(/<([0-9a-f ]+)>/gi)].map(([, codes]) =>
          String.fromCharCode(...codes!.split(' ').map((code) => parseInt(code, 16))),
        ),
      );
      return glyphs.map((glyph) => characters[parseInt(glyph, 16)] ?? '').join('');
    });
}
