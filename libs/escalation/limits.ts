/** A snooze is short where it burns: minutes at most, by crisis level. */
export function longestSnoozeMinutes(level: number): number {
  return level >= 3 ? 15 : level === 2 ? 60 : 24 * 60;
}

/** How often one question may be snoozed. */
export const MOST_SNOOZES = 3;

/** Published from this level on, a decision needs a second person. */
export const SECOND_PERSON_LEVEL = 3;

/** Bytes of the largest attachment: 5 MB. */
export const LARGEST_ATTACHMENT = 5 * 1024 * 1024;
/** Attachments of one escalation at most. */
export const MOST_ATTACHMENTS = 20;
