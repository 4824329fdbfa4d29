import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseTopicQuery } from './query-parser.js';

const page = readFileSync(new URL('../../docs/topic-queries.md', import.meta.url), 'utf8');
const rows = [...page.matchAll(/^\| `(.+?)` +\| (.+?) +\|$/gm)].map(([, query = '', said = '']) => ({
  query,
  said,
}));

describe('docs/topic-queries.md', () => {
  it('shows queries', () => {
    expect(rows.length).toBeGreaterThan(35);
  });

  it.each(rows)('tells the truth about $query', ({ query, said }) => {
    const parsed = parseTopicQuery(query);
    const code = /^`([a-z-]+)`$/.exec(said)?.[1];
    expect(parsed.ok ? undefined : parsed.error.code).toBe(code);
  });
});
