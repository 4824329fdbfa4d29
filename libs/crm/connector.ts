import type { SyncedValues } from './synced-values.js';

/** A record of the CRM, as far as it concerns us. */
export interface CrmRecord {
  id: string;
  /** Ids of records that were merged into it there. */
  formerIds: readonly string[];
  values: SyncedValues;
  /** By network; for proposals only. */
  handles: Readonly<Record<string, string>>;
  /** The accounts that we told of it. */
  accounts: string | null;
  changedAt: Date;
}

/** Where a reading stands; kept as it is, and understood by the connector alone. */
export type CrmCursor = Readonly<Record<string, string>>;

export interface CrmPage {
  records: CrmRecord[];
  cursor: CrmCursor;
  /** Nothing more has changed by now. */
  end: boolean;
}

export interface CrmWrite extends Partial<SyncedValues> {
  /** The accounts of the person, in one line. */
  accounts?: string | null;
}

export interface CrmAccount {
  /** What tells this account of the CRM from others. */
  id: string;
  /** Address of a record; its id is put at the end. */
  recordAddress: string;
  /** What is missing there for our own reference, by name; made once, with consent. */
  missing: readonly string[];
}

/** What a connector is given; it never touches the database. */
export interface CrmAccess {
  baseAddress: string;
  token: string;
  allowPrivate: boolean;
  signal: AbortSignal;
}

/** One CRM. Every method throws CrmPause, CrmNeedsAttention, or Error for what may pass by itself. */
export interface CrmConnector {
  readonly capabilities: {
    /** Refuses a write on a version that is not the newest. */
    versionCheck: boolean;
    /** A create that is repeated with the same reference makes nothing twice. */
    safeCreate: boolean;
  };
  verify(access: CrmAccess): Promise<CrmAccount>;
  /** Makes what `verify` found missing; what is there already is left. */
  prepare(access: CrmAccess): Promise<void>;
  /** From the beginning with null. A record may come more than once, and is never left out. */
  changedSince(access: CrmAccess, cursor: CrmCursor | null): Promise<CrmPage>;
  /** Null: archived, or never was. A record with another id: it was merged into that one. */
  read(access: CrmAccess, id: string): Promise<CrmRecord | null>;
  /** At most 100; those that are not there are missing. */
  readMany(access: CrmAccess, ids: readonly string[]): Promise<CrmRecord[]>;
  /** `taken`: a record that the CRM holds to be the same person. Repeated with one reference, it gives one record. */
  create(
    access: CrmAccess,
    reference: string,
    values: CrmWrite,
  ): Promise<{ record: CrmRecord } | { taken: string | null }>;
  /** Null: archived meanwhile. */
  update(access: CrmAccess, id: string, values: CrmWrite): Promise<CrmRecord | null>;
  /** Also fine when it is archived already. */
  archive(access: CrmAccess, id: string): Promise<void>;
}

/** The CRM asks for a pause. */
export class CrmPause extends Error {
  override readonly name = 'CrmPause';
  constructor(
    readonly until: Date,
    message: string,
  ) {
    super(message);
  }
}

/** Only a person can put it right. */
export class CrmNeedsAttention extends Error {
  override readonly name = 'CrmNeedsAttention';
  constructor(
    readonly code: 'token-refused' | 'rights-missing' | 'address-refused' | 'crm-other-account',
    message: string,
  ) {
    super(message);
  }
}
