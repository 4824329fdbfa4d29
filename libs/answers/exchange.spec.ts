import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PLACEHOLDER_TYPES, SENSITIVITIES, STRATEGIES, type VersionContent } from './contract.js';
import { readCsvLibrary, writeCsv } from './exchange-csv.js';
import { readJsonLibrary, writeJson } from './exchange-json.js';
import { cellValue, safeCell } from '#platform/csv';
import { joinLines, splitLines } from './exchange-list.js';
import { planImport, type PlannedAgainst } from './exchange-plan.js';
import { type ExchangedAnswer, exchangedContent, type References } from './exchange-record.js';
import { tidyContent } from './tidy-content.js';

const REFERENCES: References = {
  departmentIds: new Map([
    ['legal', '1'],
    ['pr', '2'],
  ]),
  departmentKeys: new Map([
    ['1', 'legal'],
    ['2', 'pr'],
  ]),
  topicIds: new Map([['refunds, late', '7']]),
  topicNames: new Map([['7', 'Refunds, late']]),
};

/** What spreadsheets, CSV and JSON are known to trip over, among other characters. */
const text = (maxLength: number) =>
  fc
    .array(
      fc.constantFrom(
        ...[
          '=',
          '+',
          '-',
          '@',
          "'",
          '"',
          ',',
          ';',
          '\n',
          '\t',
          '\\',
          '\\n',
          ':',
          '{{',
          'é',
          '👩‍👩‍👧',
          'a',
          ' ',
          '|',
          '1',
        ],
      ),
      { maxLength },
    )
    .map((parts) => parts.join('').trim());
const filled = (maxLength: number) => text(maxLength).filter((value) => value !== '');
const moment = fc.option(
  fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => new Date(seconds * 1000).toISOString()),
  { nil: null },
);
const content: fc.Arbitrary<VersionContent> = fc
  .record({
    question: fc.record({ fr: text(12), en: text(12) }),
    wordings: fc.record({
      fr: fc.array(filled(8), { maxLength: 3 }),
      en: fc.array(filled(8), { maxLength: 3 }),
    }),
    topicId: fc.constantFrom(null, '7'),
    sensitivity: fc.constantFrom(...SENSITIVITIES),
    levelMin: fc.integer({ min: 0, max: 2 }),
    levelMax: fc.integer({ min: 2, max: 4 }),
    strategy: fc.constantFrom(...STRATEGIES),
    departmentIds: fc.constantFrom<string[]>(['1'], ['2'], ['2', '1']),
    doNotSay: text(20),
    proofPoints: fc.array(filled(8), { maxLength: 3 }),
    keyMessages: fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b-1', 'c_2'), text: filled(8) }), {
      selector: ({ id }) => id,
    }),
    placeholders: fc.uniqueArray(
      fc.record({
        name: fc.constantFrom('one', 'two'),
        type: fc.constantFrom(...PLACEHOLDER_TYPES),
        label: fc.record({ fr: filled(5), en: filled(5) }),
        required: fc.boolean(),
      }),
      { selector: ({ name }) => name },
    ),
    variants: fc.uniqueArray(
      fc.record({
        language: fc.constantFrom('fr' as const, 'en' as const),
        network: fc.constantFrom(null, 'x', 'mastodon'),
        body: filled(30),
      }),
      { selector: ({ language, network }) => `${language} ${network}`, maxLength: 4 },
    ),
    validFrom: fc.constant(null),
    validUntil: moment,
    reviewOn: moment,
  })
  .map(tidyContent);
const libraries = fc.array(content, { minLength: 1, maxLength: 4 }).map((contents): PlannedAgainst[] =>
  contents.map((one, place) => ({
    id: String(place + 1),
    key: `00000000-0000-4000-8000-00000000000${place}`,
    kind: place === 1 ? 'holding_statement' : 'answer',
    newest: { id: String(place + 1), number: 2, state: 'approved', revision: 1, content: one },
  })),
);

/** As an export would hold them, with an older version that says something else. */
function exported(library: readonly PlannedAgainst[]): ExchangedAnswer[] {
  const record = {
    state: 'approved',
    author: '=cmd()',
    createdAt: '2026-01-01T00:00:00.000Z',
    submittedAt: null,
    approvedAt: null,
    closedAt: null,
    closedReason: null,
    contentHash: null,
    approvals: [],
  };
  return library.map(({ key, kind, newest }) => ({
    key,
    kind,
    owner: 'anna@lumen.example',
    versions: [
      { number: 2, ...exchangedContent(newest.content, REFERENCES), ...record },
      { number: 1, ...exchangedContent({ ...newest.content, doNotSay: 'older' }, REFERENCES), ...record },
    ],
  }));
}

const outcomes = (library: readonly PlannedAgainst[], proposals: ReturnType<typeof readCsvLibrary>) =>
  planImport(proposals, library, REFERENCES, 'in_review').entries.map(({ outcome, errors, changes }) =>
    outcome === 'unchanged' ? outcome : JSON.stringify({ outcome, errors, changes }),
  );

describe('the library in a file', () => {
  it('comes back from CSV without a change', () => {
    fc.assert(
      fc.property(libraries, (library) => {
        const proposals = readCsvLibrary(writeCsv(exported(library)));
        expect(outcomes(library, proposals)).toEqual(library.map(() => 'unchanged'));
      }),
      { numRuns: 300 },
    );
  });

  it('comes back from JSON without a change', () => {
    fc.assert(
      fc.property(libraries, (library) => {
        const proposals = readJsonLibrary(writeJson(exported(library), new Date(0)));
        expect(outcomes(library, proposals)).toEqual(library.map(() => 'unchanged'));
      }),
      { numRuns: 300 },
    );
  });

  it('has no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(libraries, (library) => {
        const cells = writeCsv(exported(library)).match(/(?<=^|,)(?:"(?:[^"]|"")*"|[^",\r\n]*)/gmu) ?? [];
        for (const cell of cells) expect(cell.replace(/^"/, '')).not.toMatch(/^[=+\-@\t\r]/);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps every value through a safe cell, and every entry through a list', () => {
    const any = fc.string({ unit: 'grapheme', maxLength: 12 });
    const signs = fc.array(fc.constantFrom("'", '=', '-', 'a'), { maxLength: 5 }).map((all) => all.join(''));
    fc.assert(fc.property(fc.oneof(any, signs), (value) => expect(cellValue(safeCell(value))).toBe(value)));
    fc.assert(
      fc.property(fc.array(filled(6)), (entries) => expect(splitLines(joinLines(entries))).toEqual(entries)),
    );
  });
});

describe('a plan', () => {
  const one: PlannedAgainst = {
    id: '5',
    key: '00000000-0000-4000-8000-000000000005',
    kind: 'answer',
    newest: {
      id: '50',
      number: 3,
      state: 'approved',
      revision: 1,
      content: tidyContent({
        question: { fr: 'Où ?', en: 'Where?' },
        wordings: { fr: ['ici'], en: [] },
        topicId: '7',
        sensitivity: 'low',
        levelMin: 0,
        levelMax: 4,
        strategy: 'inform',
        departmentIds: ['1'],
        doNotSay: '',
        proofPoints: [],
        keyMessages: [],
        placeholders: [],
        variants: [{ language: 'fr', network: null, body: 'Là.' }],
        validFrom: null,
        validUntil: null,
        reviewOn: null,
      }),
    },
  };
  const plan = (csv: string, library = [one], arriveAs: 'draft' | 'in_review' = 'in_review') =>
    planImport(readCsvLibrary(csv), library, REFERENCES, arriveAs).entries;

  it('shows each field that changes, before and after, and keeps what the file does not hold', () => {
    const [entry] = plan(`answer_key,do_not_say,level_max\n${one.key},Rien.,3`);
    expect(entry).toMatchObject({ outcome: 'changed', answerId: '5', arrivesAs: 'in_review', line: 2 });
    expect(entry?.changes).toEqual([
      { field: 'doNotSay', before: '', after: 'Rien.' },
      { field: 'levels', before: '0–4', after: '0–3' },
    ]);
  });

  it('knows an answer without a key by its question, and tells a new one', () => {
    const head = 'question_fr,question_en,departments,language,network,body';
    expect(plan(`${head}\nOù ?,Where?,legal,fr,,Là.\nQui ?,Who?,"legal, pr",fr,,Moi.`)).toMatchObject([
      { outcome: 'unchanged', answerId: '5' },
      { outcome: 'new', answerId: null, arrivesAs: 'in_review' },
    ]);
    const twin = { ...one, id: '6', key: '00000000-0000-4000-8000-000000000006' };
    expect(plan(`${head}\nOù ?,Where?,legal,fr,,Là.`, [one, twin])).toMatchObject([
      { outcome: 'refused', errors: [{ line: 2, field: 'answer_key', code: 'answer-ambiguous' }] },
    ]);
  });

  it('lets what is incomplete arrive as a draft, and says what is missing', () => {
    const head = 'question_fr,question_en,departments,language,network,body';
    const long = 'a'.repeat(281);
    expect(plan(`${head}\nQui ?,,pr,fr,,Moi.\nQui ?,,pr,fr,x,${long}`)).toMatchObject([
      {
        outcome: 'new',
        arrivesAs: 'draft',
        openPoints: [{ line: 3, field: 'body', code: 'variant-too-long' }],
      },
    ]);
  });

  it.each([
    ['departments', 'tax', 'departments', 'unknown-department'],
    ['topic', 'Moon', 'topic', 'unknown-topic'],
    ['sensitivity', 'extreme', 'sensitivity', 'invalid-input'],
    ['level_min', 'four', 'level_min', 'invalid-input'],
    ['valid_until', 'tomorrow', 'valid_until', 'invalid-input'],
    ['placeholders', '[{', 'placeholders', 'not-json'],
    ['kind', 'holding_statement', 'kind', 'kind-fixed'],
    ['key_messages', 'without an id', 'key_messages', 'invalid-input'],
  ])('refuses a wrong %s (%s) with line and column', (column, value, field, code) => {
    const [entry] = plan(`answer_key,${column}\n${one.key},"${value}"`);
    expect(entry?.outcome).toBe('refused');
    expect(entry?.errors[0]).toMatchObject({ line: 2, field, code });
    expect(entry?.question).toEqual({ fr: 'Où ?', en: 'Where?' });
  });

  it('refuses the same answer twice, rows that contradict each other, and a version in review', () => {
    const upper = one.key.toUpperCase();
    expect(plan(`answer_key,do_not_say\n${one.key},a\n${upper},b`)[0]).toMatchObject({
      outcome: 'refused',
      errors: [{ line: 3, field: 'do_not_say', code: 'rows-differ' }],
    });
    const json = JSON.stringify([{ key: one.key }, { key: one.key }], null, 1);
    expect(planImport(readJsonLibrary(json), [one], REFERENCES, 'draft').entries).toMatchObject([
      { outcome: 'unchanged', line: 2 },
      { outcome: 'refused', line: 5, errors: [{ line: 5, field: 'key', code: 'answer-twice' }] },
    ]);
    const inReview = { ...one, newest: { ...one.newest, state: 'in_review' } };
    expect(plan(`answer_key,do_not_say\n${one.key},a`, [inReview])[0]).toMatchObject({
      outcome: 'refused',
      errors: [{ code: 'version-in-review' }],
    });
  });

  it('of a file that cannot be read is none: the line is named', () => {
    expect(() => readCsvLibrary('answer_key,colour\n')).toThrow(/line 1: there is no column “colour”/);
    expect(() => readCsvLibrary('kind,question_fr\nanswer,a\nanswer\n')).toThrow(/line 3: has 1 columns/);
    expect(() => readJsonLibrary('{"format": "other"}')).toThrow(/line 1: format/);
    expect(() => readJsonLibrary('[\n{"a": }]')).toThrow(/line/);
  });
});
