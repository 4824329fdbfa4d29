import type { LiveEvent, LiveEventType, Permission } from '#platform/contract';

/** What also those hear who read no mentions: what is addressed to people, and carries nothing of a mention but its id. */
const FOR_EVERYBODY: readonly LiveEventType[] = [
  'answer-invitation.changed',
  'notification.arrived',
  'notification.read',
];

/** Whether somebody with these permissions is told of an event: names and ids of the daily work are for those who read it. */
export function mayHear(event: LiveEvent, permissions: readonly Permission[]): boolean {
  return permissions.includes('mentions.read') || FOR_EVERYBODY.includes(event.type);
}
