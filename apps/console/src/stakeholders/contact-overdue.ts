/** Whether one was to be in touch before `now` (ms). */
export function contactOverdue(nextContactAt: string | null, now: number): boolean {
  return nextContactAt !== null && Date.parse(nextContactAt) < now;
}
