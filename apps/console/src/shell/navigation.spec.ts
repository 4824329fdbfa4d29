import { describe, expect, it } from '@jest/globals';
import { permissionsOf } from '#platform/contract';
import { currentEntry, NAVIGATION, permittedNavigation, phoneEntries, startPath } from './navigation.js';

const namesFor = (role: Parameters<typeof permissionsOf>[0][number]) =>
  permittedNavigation(permissionsOf([role])).flatMap(({ entries }) => entries.map(({ name }) => name));

describe('the navigation', () => {
  it('offers only what one may open', () => {
    expect(namesFor('community_manager')).not.toContain('audit');
    expect(namesFor('community_manager')).not.toContain('approvals');
    expect(namesFor('approver')).toContain('approvals');
    expect(namesFor('executive')).toContain('audit');
    expect(namesFor('executive')).toContain('stakeholders');
    expect(namesFor('community_manager')).toContain('fundamentals');
    expect(namesFor('administrator')).toEqual(
      expect.arrayContaining(['sources', 'people', 'audit', 'system']),
    );
    expect(namesFor('community_manager')).toContain('colleagues');
    expect(namesFor('community_manager')).not.toContain('invitations');
    expect(namesFor('colleague')).toEqual(['invitations']);
    expect(permittedNavigation([])).toEqual([]);
  });
  it.each([
    ['community_manager', '/inbox', ['inbox', 'escalations', 'incidents', 'library']],
    ['approver', '/inbox', ['inbox', 'escalations', 'approvals', 'incidents']],
    ['executive', '/dashboard', ['dashboard', 'inbox', 'escalations', 'incidents']],
    ['colleague', '/invitations', ['invitations']],
  ] as const)(
    'starts for %s at %s, and the bar of a phone has the pages of their work',
    (role, start, names) => {
      const permissions = permissionsOf([role]);
      expect(startPath([role], permissions)).toBe(start);
      expect(phoneEntries(permittedNavigation(permissions), start).map(({ name }) => name)).toEqual(names);
    },
  );
  it('marks the closest entry', () => {
    expect(currentEntry('/library/approvals', NAVIGATION)?.name).toBe('approvals');
    expect(currentEntry('/library/12', NAVIGATION)?.name).toBe('library');
    expect(currentEntry('/fundamentals/team', NAVIGATION)?.name).toBe('fundamentals');
    expect(currentEntry('/inbox', NAVIGATION)?.name).toBe('inbox');
    expect(currentEntry('/nowhere', NAVIGATION)).toBeUndefined();
  });
});
