/** HubSpot keeps a name in two parts; ours is one. The last word goes into the second part. */
export function splitName(name: string): { firstname: string; lastname: string } {
  const words = name.trim().split(/\s+/u);
  const last = words.length > 1 ? (words.pop() ?? '') : '';
  return { firstname: words.join(' '), lastname: last };
}

export function joinName(
  firstname: string | null | undefined,
  lastname: string | null | undefined,
): string | null {
  const name = [firstname, lastname].map((part) => part?.trim() ?? '').filter(Boolean);
  return name.length === 0 ? null : name.join(' ');
}
