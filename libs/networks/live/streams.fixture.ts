import type { DataSource } from 'typeorm';
import { createDataSource } from '#platform/database';
import { closeOutgoing } from '#platform/outgoing';
import { Seals } from '#platform/sealing';
import { emptying, testDatabase } from '#platform/testing';
import type { Connector } from '../connector.js';
import type { ConnectorRegistry } from '../connector-registry.js';
import { StreamRules } from '../following/stream-rules.js';
import { SourceAccess } from '../source-access.js';
import { StreamLeases } from './stream-leases.js';
import { StreamSources } from './stream-sources.js';

/** For tests of live connections: a database of their own, with sealed accesses. */
export interface StreamSpace {
  dataSource: DataSource;
  access: SourceAccess;
  /** Forgets every source and what came of it. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

export async function streamSpace(): Promise<StreamSpace> {
  const database = await testDatabase();
  const dataSource = await createDataSource({ url: database.url, entities: [] }).initialize();
  const seals = new Seals({ secretKey: Buffer.alloc(32, 7).toString('base64'), dataDirectory: '' } as never);
  return {
    dataSource,
    access: new SourceAccess(dataSource, seals),
    async empty() {
      await dataSource.query(
        emptying('source, mention, mention_queue, mention_identity, mention_counter, event, notification'),
      );
    },
    async close() {
      await closeOutgoing();
      await dataSource.destroy();
      await database.drop();
    },
  };
}

/** A worker that listens to the sources of the space. */
export function listenerOf({ dataSource, access }: StreamSpace, registry: ConnectorRegistry): StreamSources {
  const rules = new StreamRules(dataSource, registry, access);
  return new StreamSources(dataSource, registry, access, new StreamLeases(dataSource), rules);
}

/** A registry that knows one network. */
export function registryOf(network: string, connector: () => Connector): ConnectorRegistry {
  return {
    get: connector,
    delivering: () => [],
    streaming: () => [network],
    following: () => [network],
  } as unknown as ConnectorRegistry;
}
