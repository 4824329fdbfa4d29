import { type ContactPlanEntry, contactFieldsSchema } from './contract.js';
import { changedFields, CONTACT_FIELDS, type ContactFields } from './contact-fields.js';
import { COLUMN_OF } from './csv-columns.js';
import type { ContactRecord } from './exchange-csv.js';

/** A contact that the file may be about. */
export interface KnownContact extends ContactFields {
  id: string;
  version: number;
  /** Merged into another one, or erased: it takes no more changes. */
  gone: boolean;
}

/** What a file is compared with: only what its lines name. */
export interface KnownContacts {
  byId: ReadonlyMap<string, KnownContact>;
  /** By `system id`. */
  byReference: ReadonlyMap<string, KnownContact>;
  /** The contact that an account belongs to, by `network key`; null for a known account without one. */
  accounts: ReadonlyMap<string, string | null>;
  realm: 'live' | 'training';
}

/** A line with what it does, when it does something. */
export interface PlannedContact {
  entry: ContactPlanEntry;
  fields: ContactFields;
  version: number | null;
  /** Accounts to link that are not linked yet. */
  accounts: { network: string; key: string; handle: string }[];
}

export function accountKey(network: string, handle: string): string {
  return `${network} ${handle.replace(/^@+/, '').toLowerCase()}`;
}

export function referenceKey(
  system: string | null | undefined,
  id: string | null | undefined,
): string | null {
  return system && id ? `${system.toLowerCase()} ${id}` : null;
}

/** What each line would do. A line that is refused changes nothing; the others stand on their own. */
export function planContacts(records: readonly ContactRecord[], known: KnownContacts): PlannedContact[] {
  const taken = { contacts: new Map<string, number>(), accounts: new Map<string, number>() };
  return records.map((record) => planRecord(record, known, taken));
}

interface Taken {
  /** Lines by contact and by account: no two lines may speak of the same. */
  contacts: Map<string, number>;
  accounts: Map<string, number>;
}

function planRecord(record: ContactRecord, known: KnownContacts, taken: Taken): PlannedContact {
  const errors: ContactPlanEntry['errors'] = [];
  const refuse = (column: string, code: string, detail: string) => errors.push({ column, code, detail });
  const contact = findContact(record, known, refuse);
  const wanted = { ...(contact ?? EMPTY), ...record.fields };
  const checked = contactFieldsSchema.safeParse({ ...wanted, name: wanted.name ?? '' });
  for (const issue of checked.error?.issues ?? []) {
    const field = CONTACT_FIELDS.find((one) => one === issue.path[0]) ?? 'name';
    refuse(COLUMN_OF[field], 'invalid', issue.message);
  }
  const fields: ContactFields = checked.data ?? { ...EMPTY, name: wanted.name ?? '' };
  const reference = referenceKey(fields.crmSystem, fields.crmId);
  const owner = reference === null ? undefined : known.byReference.get(reference);
  if (owner && owner.id !== contact?.id && !errors.some(({ code }) => code === 'contact-gone')) {
    refuse('crm_id', 'crm-reference-taken', `is the reference of contact ${owner.id}`);
  }
  for (const key of [contact ? `#${contact.id}` : null, reference]) {
    const before = key === null ? undefined : taken.contacts.get(key);
    if (before !== undefined) refuse('crm_id', 'line-twice', `line ${before} is about the same contact`);
    else if (key !== null) taken.contacts.set(key, record.line);
  }
  const accounts = planAccounts(record, contact, known, taken, refuse);
  const changes = changedFields(contact ?? EMPTY, fields).map((field) => ({
    column: COLUMN_OF[field] as string,
    from: contact?.[field] ?? '',
    to: fields[field] ?? '',
  }));
  for (const { network, handle } of accounts)
    changes.push({ column: 'accounts', from: '', to: `${network}:${handle}` });
  const outcome = errors.length > 0 ? 'refused' : !contact ? 'new' : changes.length > 0 ? 'changed' : 'same';
  return {
    entry: {
      line: record.line,
      outcome,
      contactId: contact?.id ?? null,
      name: fields.name,
      changes: outcome === 'refused' ? [] : changes,
      errors,
    },
    fields,
    version: contact?.version ?? null,
    accounts,
  };
}

type Refuse = (column: string, code: string, detail: string) => void;

const EMPTY: ContactFields = {
  name: '',
  organisation: null,
  language: null,
  note: null,
  email: null,
  phone: null,
  crmSystem: null,
  crmId: null,
};

/** By our own id, or else by the CRM's reference; null: it is new. */
function findContact(record: ContactRecord, known: KnownContacts, refuse: Refuse): KnownContact | null {
  const { contactId, fields } = record;
  const reference = referenceKey(fields.crmSystem, fields.crmId);
  const found =
    contactId !== null ? known.byId.get(contactId) : reference ? known.byReference.get(reference) : undefined;
  if (contactId !== null && !found)
    refuse('contact_id', 'contact-not-found', 'is not a contact of this realm');
  if (!found?.gone) return found ?? null;
  refuse(
    contactId === null ? 'crm_id' : 'contact_id',
    'contact-gone',
    `contact ${found.id} has been merged into another one, or erased`,
  );
  return null;
}

function planAccounts(
  record: ContactRecord,
  contact: KnownContact | null,
  known: KnownContacts,
  taken: Taken,
  refuse: Refuse,
): PlannedContact['accounts'] {
  if (record.unreadable !== null) {
    refuse('accounts', 'account-unreadable', `“${record.unreadable}” is not an account (network:handle)`);
  }
  return record.accounts.flatMap(({ network, handle }) => {
    const key = accountKey(network, handle);
    if ((network === 'training') !== (known.realm === 'training')) {
      refuse('accounts', 'author-of-other-realm', `${network}:${handle} is of the other realm`);
      return [];
    }
    const owner = known.accounts.get(key) ?? null;
    const before = taken.accounts.get(key);
    taken.accounts.set(key, before ?? record.line);
    if (before !== undefined && before !== record.line) {
      refuse('accounts', 'line-twice', `${network}:${handle} is in line ${before} already`);
    } else if (owner !== null && owner !== contact?.id) {
      refuse('accounts', 'author-linked', `${network}:${handle} belongs to contact ${owner}`);
    }
    return owner !== null || before === record.line
      ? []
      : [{ network, key: key.slice(network.length + 1), handle }];
  });
}
