import { csvLine, CsvUnreadable, readCsvTable } from '#platform/csv';
import { invalidField } from '#platform/problem';
import { CONTACT_FIELDS, type ContactFields, PERSONAL_FIELDS } from './contact-fields.js';
import { MOST_CONTACTS } from './contract-exchange.js';
import { COLUMN_OF, CSV_COLUMNS, type CsvColumn } from './csv-columns.js';

export interface ExportedContact extends ContactFields {
  id: string;
  accounts: { network: string; key: string; handle: string | null }[];
}

/** Contacts as CSV (RFC 4180, UTF-8 with a byte order mark, which spreadsheets need). */
export function writeContacts(contacts: readonly ExportedContact[], personal: boolean): string {
  const hidden = PERSONAL_FIELDS.map((field) => COLUMN_OF[field]);
  const columns = CSV_COLUMNS.filter((column) => personal || !hidden.includes(column));
  const lines = contacts.map((contact) => {
    const cells = contactCells(contact);
    return csvLine(columns.map((column) => cells[column]));
  });
  return `\ufeff${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}

function contactCells(contact: ExportedContact): Record<CsvColumn, string> {
  const fields = Object.fromEntries(
    CONTACT_FIELDS.map((field) => [COLUMN_OF[field], contact[field] ?? '']),
  ) as Record<CsvColumn, string>;
  const accounts = contact.accounts.map(({ network, key, handle }) => `${network}:${handle ?? key}`);
  return { ...fields, contact_id: contact.id, accounts: accounts.join('; ') };
}

/** A line of a file, as it stands there. A column that the file does not have is absent: it changes nothing. */
export interface ContactRecord {
  line: number;
  contactId: string | null;
  fields: Partial<Record<keyof ContactFields, string | null>>;
  accounts: { network: string; handle: string }[];
  /** What stands in `accounts` and is no account. */
  unreadable: string | null;
}

/** The lines of a file. Throws a problem that names the line when it cannot be read. */
export function readContacts(bytes: Uint8Array): ContactRecord[] {
  try {
    const rows = readCsvTable(decode(bytes), CSV_COLUMNS);
    if (rows.length === 0) throw new CsvUnreadable(1, 'there is no contact in it');
    if (rows.length > MOST_CONTACTS) {
      const line = rows[MOST_CONTACTS]?.line ?? 1;
      throw new CsvUnreadable(
        line,
        `there are ${rows.length} contacts in it; at most ${MOST_CONTACTS} at a time`,
      );
    }
    return rows.map(({ line, cells }) => readRecord(line, cells));
  } catch (error) {
    if (!(error instanceof CsvUnreadable)) throw error;
    const { line, reason } = error;
    throw invalidField('file', 'contact-file-unreadable', `line ${line}: ${reason}`, { line, reason });
  }
}

function readRecord(line: number, cells: Partial<Record<CsvColumn, string>>): ContactRecord {
  const bad = Object.entries(cells).find(([, cell]) => /\0|\p{Surrogate}/u.test(cell));
  if (bad) throw new CsvUnreadable(line, `“${bad[0]}” holds a null character, or half of a character`);
  const fields: ContactRecord['fields'] = {};
  for (const field of CONTACT_FIELDS) {
    const cell = cells[COLUMN_OF[field]]?.trim();
    if (cell !== undefined) fields[field] = cell === '' ? null : cell;
  }
  const accounts: ContactRecord['accounts'] = [];
  let unreadable: string | null = null;
  for (const part of (cells.accounts ?? '').split(/[;\n]/).map((one) => one.trim())) {
    if (part === '') continue;
    const [, network, handle] = /^([a-z][a-z0-9_-]{0,31}):\s*@?(\S.{0,298})$/i.exec(part) ?? [];
    if (network && handle) accounts.push({ network: network.toLowerCase(), handle });
    else unreadable ??= part.slice(0, 80);
  }
  return { line, contactId: cells.contact_id?.trim() || null, fields, accounts, unreadable };
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CsvUnreadable(1, 'the file is not UTF-8');
  }
}
