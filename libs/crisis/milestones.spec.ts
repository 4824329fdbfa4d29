import { describe, expect, it } from '@jest/globals';
import { isMilestone } from './milestones.js';

const line = { kind: 'fact', event: null, correctedBy: null };

describe('the timeline of a review', () => {
  it('tells what people wrote, unless they corrected it', () => {
    expect(isMilestone(line)).toBe(true);
    expect(isMilestone({ ...line, correctedBy: '7' })).toBe(false);
  });

  it('tells what was done in public, and how the incident went, but not how its pages were worked on', () => {
    for (const kind of ['level', 'post', 'replies', 'escalation'])
      expect(isMilestone({ ...line, kind })).toBe(true);
    for (const event of ['declared', 'lead_handed_over', 'report_sent', 'closed'])
      expect(isMilestone({ ...line, kind: 'event', event })).toBe(true);
    for (const event of ['task_done', 'noted', 'report_saved', 'changed', 'attached', null])
      expect(isMilestone({ ...line, kind: 'event', event })).toBe(false);
  });
});
