/** A value as a cell of CSV that no spreadsheet takes for a formula: an apostrophe before what would begin one. */
export function safeCell(value: string): string {
  return /^'*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}

/** The value of a cell that `safeCell` wrote; other cells are taken as they are. */
export function cellValue(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

/** One line of CSV (RFC 4180), without its end; formulas are made harmless. */
export function csvLine(values: readonly string[]): string {
  return values.map((value) => quoted(safeCell(value))).join(',');
}

function quoted(value: string): string {
  return /[",\r\n;\t]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
