/** Numbers of days typed with commas; null when they are none. */
export function readDays(text: string): number[] | null {
  const parts = text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : NaN));
  return parts.length <= 10 && parts.every((days) => days <= 365) ? parts : null;
}

export function printDays(days: readonly number[]): string {
  return days.join(', ');
}
