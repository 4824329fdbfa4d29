import type { EntityManager } from 'typeorm';
import type { CrmAccess } from './connector.js';
import type { PassCounts } from './contract.js';
import type { CrmLease } from './crm-lease.js';

/** What one pass works with. */
export interface Pass {
  lease: CrmLease;
  counts: PassCounts;
  /** Renews the lease and opens the access for the next requests. */
  access(): Promise<CrmAccess>;
  /** A transaction that is rolled back when the pass belongs to another worker by now. */
  keep<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
}
