import { describe, expect, it } from '@jest/globals';
import { permissionsOf } from '#platform/contract';
import { currentEntry, NAVIGATION, permittedNavigation } from './navigation.js';

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
  it('marks the closest entry', () => {
    expect(currentEntry('/library/approvals', NAVIGATION)?.name).toBe('approvals');
    expect(currentEntry('/library/12', NAVIGATION)?.name).toBe('library');
    expect(currentEntry('/fundamentals/team', NAVIGATION)?.name).toBe('fundamentals');
    expect(currentEntry('/inbox', NAVIGATION)?.name).toBe('inbox');
    expect(currentEntry('/nowhere', NAVIGATION)).toBeUndefined();
  });
});
