import { describe, expect, it } from '@jest/globals';
import { type LiveEvent, permissionsOf } from '#platform/contract';
import { mayHear } from './may-hear.js';

const PRESENCE: LiveEvent = {
  type: 'presence.changed',
  mentionId: '1',
  presence: [{ personId: '2', name: 'Tom', activity: 'answering' }],
};
const INVITED: LiveEvent = {
  type: 'answer-invitation.changed',
  invitationId: '1',
  mentionId: '1',
  state: 'open',
};

describe('a live event', () => {
  it('of the daily work is heard by those who read mentions, and by nobody else', () => {
    expect(mayHear(PRESENCE, permissionsOf(['executive']))).toBe(true);
    expect(mayHear(PRESENCE, permissionsOf(['colleague']))).toBe(false);
    expect(mayHear(PRESENCE, [])).toBe(false);
  });

  it('about invitations and notices is heard by everybody who is signed in', () => {
    expect(mayHear(INVITED, permissionsOf(['colleague']))).toBe(true);
    expect(mayHear({ type: 'notification.read', personId: '1' }, permissionsOf(['colleague']))).toBe(true);
  });
});
