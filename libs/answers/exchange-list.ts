/**
 * A list in one cell or field of a file: one entry per line. A line break inside an entry is written `\n`, and a
 * backslash `\\`, so that every list comes back as it was.
 */
export function joinLines(entries: readonly string[]): string {
  return entries.map((entry) => entry.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')).join('\n');
}

/** The entries of a list as `joinLines` writes it, or as a person types it; empty lines are left out. */
export function splitLines(cell: string): string[] {
  return cell
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.replace(/\\(\\|n)/g, (_, sign: string) => (sign === 'n' ? '\n' : '\\')));
}
