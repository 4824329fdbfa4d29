import { expect, it } from '@jest/globals';
import { messages } from '../i18n/en.js';
import { currentEntry, NAVIGATION } from '../shell/navigation.js';
import { SUBJECT_PAGES } from './subject-pages.js';

it('whatever a decision can be about has a page, below one of the navigation', () => {
  const { other: _, ...subjects } = messages.audit.subject;
  expect(Object.keys(SUBJECT_PAGES).sort()).toEqual(Object.keys(subjects).sort());
  for (const page of Object.values(SUBJECT_PAGES)) {
    expect(currentEntry(page('7').split('?')[0] ?? '', NAVIGATION)).toBeDefined();
  }
});
