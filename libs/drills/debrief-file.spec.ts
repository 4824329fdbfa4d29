import { describe, expect, it } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { reportDocx, reportPdf } from '#crisis';
import { LOCALES, type Locale } from '#platform/contract';
import { zipEntries } from '../crisis/zip-entries.fixture.js';
import type { DrillDetail, DrillSummary } from './contract.js';
import { layOutDebriefing } from './debrief-document.js';

const julien = { id: '4', name: 'Julien Marchetti' };
const summary = (id: string, title: string, overall: number): DrillSummary => ({
  ...{ id, title, language: 'fr', speed: 10, state: 'debriefed', createdBy: julien, overall },
  scenario: {
    key: 'service_outage',
    name: { fr: 'La panne', en: 'The outage' },
    crisisType: 'service_outage',
  },
  createdAt: '2026-05-04T07:00:00.000Z',
  startedAt: '2026-05-04T07:00:00.000Z',
  endedAt: `2026-05-0${id}T08:00:00.000Z`,
  scores: [{ criterion: 'tone', score: 70 }],
});
const inject = (key: string, atSeconds: number, more: Partial<DrillDetail['injects'][number]>) => ({
  ...{ key, atSeconds, look: 'mastodon', text: `Message ${key}`, hasMedia: false, picture: null },
  ...{ author: { handle: 'lea', name: 'Léa', followers: 3 }, branch: null, expected: [], note: '' },
  ...{ outcome: 'posted' as const, settledAt: atSeconds * 1000, byHand: null, mentionId: '8', postId: '9' },
  ...more,
});
const drill: DrillDetail = {
  ...summary('5', 'Lundi matin', 62),
  ...{ description: { fr: '', en: '' }, answersMissing: [], closing: null },
  targets: { detectionSeconds: 300, holdingStatementSeconds: 1800, acknowledgeSeconds: 600, level: 2 },
  clock: { elapsedMs: 3_600_000, lengthMs: 3_600_000, runs: false, readAt: '2026-05-05T08:00:00.000Z' },
  injects: [
    inject('late', 600, { byHand: julien, text: 'Et maintenant {time} ?' }),
    inject('first', 60, {
      expected: [
        { kind: 'escalate', withinSeconds: 600, department: 'legal' },
        { kind: 'reply', withinSeconds: 1200, answer: 'Que dit-on ?' },
      ],
    }),
    inject('never', 90, { outcome: 'skipped' }),
  ],
  notes: [
    { id: '1', by: julien, at: '2026-05-05T07:20:00.000Z', elapsedMs: 720_000, text: 'Personne ne mène.' },
  ],
  evaluation: {
    measures: [
      {
        ...{ criterion: 'detection', unit: 'seconds', value: 60, target: 300, score: 100, of: 1 },
        opens: [],
      },
      {
        ...{ criterion: 'holding_statement', unit: 'seconds', value: null, target: 1800, score: 0, of: 0 },
        opens: [],
      },
    ],
    outcomes: [
      { inject: 'first', kind: 'escalate', dueAt: 660_000, doneAt: 300_000, state: 'done', subject: null },
      { inject: 'first', kind: 'reply', dueAt: 1_260_000, doneAt: null, state: 'missing', subject: null },
    ],
    happened: [{ at: 300_000, what: 'escalation', level: null, subject: { type: 'escalation', id: '3' } }],
  },
  observations: [
    { criterion: 'tone', by: julien, score: 70, note: 'Humain', at: '2026-05-05T09:00:00.000Z' },
  ],
  lessons: { worked: 'Le signal faible', failed: '', next: 'Nommer un porte-parole' },
};
const laidOut = (locale: Locale) =>
  layOutDebriefing(
    {
      drill,
      compared: [summary('3', 'Le premier', 41), drill],
      departments: new Map([['legal', { fr: 'Juridique', en: 'Legal' }]]),
    },
    locale,
    new Date('2026-05-06T08:00:00Z'),
  );
const rowsOf = (locale: Locale) =>
  laidOut(locale).blocks.flatMap((block) => (block.kind === 'rows' ? block.rows : []));

describe('the debriefing of a drill as a file', () => {
  it('says in its order what came, what was asked for, and what became of it', () => {
    const rows = rowsOf('en');
    const from = rows.findIndex(([name]) => name === '0:01:00 · Léa (Mastodon)');
    expect(rows.slice(from, from + 4)).toEqual([
      ['0:01:00 · Léa (Mastodon)', 'Message first'],
      ['– In time', 'Escalate to Legal · due at 0:11:00 · done at 0:05:00'],
      ['– Missing', 'Reply with “Que dit-on ?” · due at 0:21:00'],
      ['0:10:00 · Léa (Mastodon) · let come by Julien Marchetti', 'Et maintenant {time} ?'],
    ]);
    expect(rows.flat()).not.toContain('Message never');
  });

  it('holds grid, observers, notes, lessons, and the other drills beside it', () => {
    expect(rowsOf('fr')).toEqual(
      expect.arrayContaining([
        ['Ensemble', '62 sur 100'],
        ['Détection', '0:01:00 · cible 0:05:00 · 100 sur 100'],
        ['Premier message d’attente', 'n’a pas eu lieu · cible 0:30:00 · 0 sur 100'],
        ['Ton juste · Julien Marchetti', '70 sur 100 – Humain'],
        ['0:12:00 · Julien Marchetti', 'Personne ne mène.'],
        ['Ce que nous faisons autrement désormais', 'Nommer un porte-parole'],
        ['Le premier', '41 sur 100 · La panne · 3 mai 2026'],
        ['Lundi matin · cet exercice', '62 sur 100 · La panne · 5 mai 2026'],
      ]),
    );
    const chart = laidOut('fr').blocks.find((block) => block.kind === 'chart');
    expect(chart?.chart.shapes.filter(({ kind }) => kind === 'bar')).toHaveLength(2);
  });

  it.each(LOCALES)('bears the mark of an exercise on every page, in %s', async (locale) => {
    const report = laidOut(locale);
    const mark = { fr: 'EXERCICE', en: 'EXERCISE' }[locale];
    const long = { ...report, blocks: Array.from({ length: 6 }, () => report.blocks).flat() };
    const word = zipEntries(await reportDocx(long, locale));
    expect(word.get('word/document.xml')!.toString()).toContain(mark);
    // The foot of every page.
    expect([...word].find(([path]) => /footer\d*\.xml$/.test(path))?.[1].toString()).toContain(mark);
    const pages = await pagesOf(await reportPdf(long, locale));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toContain(mark);
    expect(pages.join(' ')).toContain(locale === 'fr' ? 'Nommer un porte-parole' : 'Escalate to Legal');
  });
});

async function pagesOf(content: Buffer): Promise<string[]> {
  const pdf = await getDocument({ data: new Uint8Array(content), useSystemFonts: false }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  await pdf.destroy();
  return pages;
}
