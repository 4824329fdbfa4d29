import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { holdOutFifth, readCsv, readTsv } from './labelled-texts.js';

describe('labelled texts in CSV', () => {
  it('may be quoted over lines, end in CRLF, and leave lines blank', () => {
    const content = 'text,category\r\n"My ""card"", please\nnow",card_arrival\r\n\r\nplain, other\r\n';
    expect(readCsv(content)).toEqual([
      { text: 'My "card", please\nnow', label: 'card_arrival' },
      { text: 'plain', label: 'other' },
    ]);
  });

  it('may name their columns in another order, or not at all', () => {
    expect(readCsv('\uFEFFintent,utterance\na,hello')).toEqual([{ text: 'hello', label: 'a' }]);
    expect(readCsv('hello,a\nbye,b')).toEqual([
      { text: 'hello', label: 'a' },
      { text: 'bye', label: 'b' },
    ]);
  });

  it('come back whatever they hold', () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 10 }), (rows) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const content = ['text,category', ...rows.map((row) => row.map(quoted).join(','))].join('\n');
        expect(readCsv(content)).toEqual(
          rows.map(([text, label]) => ({ text: text.trim(), label: label.trim() })),
        );
      }),
    );
  });
});

describe('labelled texts in TSV', () => {
  it('are label TAB text, quotes being quotes, with or without a header', () => {
    const rows = [
      { label: 'a', text: 'say "hi' },
      { label: 'b', text: 'x' },
    ];
    expect(readTsv('a\tsay "hi\r\n\r\nb\tx')).toEqual(rows);
    expect(readTsv('label\ttext\na\tsay "hi\nb\tx\n')).toEqual(rows);
    expect(readTsv('text\tlabel\nsay "hi\ta\nx\tb')).toEqual(rows);
  });

  it('may be texts alone', () =>
    expect(readTsv('how are you\n')).toEqual([{ label: '', text: 'how are you' }]));
});

describe('the fifth held out', () => {
  const all = Array.from({ length: 50 }, (_, index) => ({ text: `t${index}`, label: `l${index % 5}` }));

  it('is a fifth of each label, the same every time, and shares nothing with the rest', () => {
    const { train, test } = holdOutFifth(all);
    expect(holdOutFifth(all).test).toEqual(test);
    expect(test).toHaveLength(10);
    expect(new Set(test.map(({ label }) => label)).size).toBe(5);
    expect([...train, ...test].map(({ text }) => text).sort()).toEqual(all.map(({ text }) => text).sort());
  });
});
