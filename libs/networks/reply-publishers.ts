import type { DataSource } from 'typeorm';
import type { ReplyPublisher, ReplyPublishers } from '#replies';
import type { SourceView } from './connector.js';
import type { ConnectorRegistry } from './connector-registry.js';

const PATIENCE_MS = 20_000;

/** Gives the outbox its way to each network: the connectors, seen as publishers of replies. */
export function replyPublishers(connectors: ConnectorRegistry, dataSource: DataSource): ReplyPublishers {
  return (network, sourceId) => {
    const connector = connectors.get(network);
    if (!connector?.publish || !connector.find || sourceId === null) return null;
    const { publish, find, idempotentPublish } = connector;
    const source = () => readSource(dataSource, sourceId);
    const publisher: ReplyPublisher = {
      idempotent: idempotentPublish,
      publish: async (reply) =>
        publish.call(connector, await source(), reply, AbortSignal.timeout(PATIENCE_MS)),
      find: async (reply) => find.call(connector, await source(), reply, AbortSignal.timeout(PATIENCE_MS)),
    };
    return publisher;
  };
}

async function readSource(dataSource: DataSource, sourceId: string): Promise<SourceView> {
  const [row]: SourceView[] = await dataSource.query(
    'select id, network, settings from source where id = $1',
    [sourceId],
  );
  if (!row) throw new Error(`source ${sourceId} is gone`);
  return row;
}
