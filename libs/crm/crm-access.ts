import { Injectable } from '@nestjs/common';
import { Seals } from '#platform/sealing';
import type { CrmAccess, CrmConnector } from './connector.js';
import { hubspotConnector } from './hubspot/hubspot-connector.js';
import type { Direction } from './synced-values.js';

const PURPOSE = 'crm.token';

/** A connection as the work on it needs it. */
export interface CrmConnectionRow {
  id: string;
  kind: string;
  baseAddress: string;
  allowPrivate: boolean;
  sealedToken: Buffer;
  account: string;
  reference: string;
  direction: Direction;
  failures: number;
}

export const CONNECTION = `id, kind, base_address as "baseAddress", allow_private as "allowPrivate",
  sealed_token as "sealedToken", account, reference, direction, failures`;

/** Opens the sealed token for the moment in which the CRM is asked. */
@Injectable()
export class CrmAccesses {
  constructor(private readonly seals: Seals) {}

  seal(token: string): Buffer {
    return this.seals.seal(PURPOSE, token);
  }

  open(
    row: Pick<CrmConnectionRow, 'baseAddress' | 'allowPrivate' | 'sealedToken'>,
    signal: AbortSignal,
  ): CrmAccess {
    const { baseAddress, allowPrivate } = row;
    return { baseAddress, allowPrivate, token: this.seals.open(PURPOSE, row.sealedToken), signal };
  }

  connector(): CrmConnector {
    return hubspotConnector;
  }
}
