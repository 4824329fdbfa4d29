import type { DataSource } from 'typeorm';
import { inTransaction } from '#platform/database';
import { publishEvents } from '#platform/live';
import { PublishRefused, type ReplyPublisher, type ReplyPublishers } from '#replies';
import { ReplyRefused, RetryLater, SourceNeedsAttention, type SourceView } from './connector.js';
import type { ConnectorRegistry } from './connector-registry.js';
import { OPENABLE, type OpenableSource, type SourceAccess } from './source-access.js';
import { tellAttention } from './tell-attention.js';

const PATIENCE_MS = 20_000;

/** Gives the outbox its way to each network: the connectors, seen as publishers of replies. */
export function replyPublishers(
  connectors: ConnectorRegistry,
  dataSource: DataSource,
  access: SourceAccess,
): ReplyPublishers {
  return (network, sourceId) => {
    const connector = connectors.get(network);
    if (!connector?.publish || !connector.find || sourceId === null) return null;
    const { publish, find, remove, idempotentPublish } = connector;
    const ask = async <T>(work: (source: SourceView, signal: AbortSignal) => Promise<T>): Promise<T> => {
      const source = await readSource(dataSource, sourceId);
      try {
        return await work(access.open(source), AbortSignal.timeout(PATIENCE_MS));
      } catch (error) {
        if (error instanceof SourceNeedsAttention) await needsAttention(dataSource, sourceId, error);
        throw asRefusal(error);
      }
    };
    const publisher: ReplyPublisher = {
      idempotent: idempotentPublish,
      posts: connector.capabilities.post,
      publish: (reply) => ask((source, signal) => publish.call(connector, source, reply, signal)),
      find: (reply) => ask((source, signal) => find.call(connector, source, reply, signal)),
    };
    if (connector.speaks) publisher.speaks = (settings) => connector.speaks?.(settings) ?? true;
    if (remove) {
      publisher.remove = ({ externalId, url = null }) =>
        ask((source, signal) => remove.call(connector, source, { externalId, url }, signal));
    }
    return publisher;
  };
}

/** What is certainly a refusal; anything else stays as it is, and means that nobody knows. */
function asRefusal(error: unknown): unknown {
  if (error instanceof ReplyRefused) return new PublishRefused(error.message, null, error.code);
  if (error instanceof RetryLater) return new PublishRefused(error.message, error.at);
  if (error instanceof SourceNeedsAttention) return new PublishRefused(error.message, null, 'token-expired');
  return error;
}

/** A source whose token is not accepted for a reply cannot read either: a person has to look at it. */
async function needsAttention(
  dataSource: DataSource,
  sourceId: string,
  { code, message }: SourceNeedsAttention,
): Promise<void> {
  await inTransaction(dataSource, async ({ manager }) => {
    const [rows]: [unknown[], number] = await manager.query(
      `update source set state = 'needs_attention', problem_code = $2, problem_detail = $3
       where id = $1 and state = 'active' returning id`,
      [sourceId, code, message],
    );
    if (rows.length === 0) return;
    await tellAttention(manager, sourceId, message);
    await publishEvents(manager, [{ type: 'source.changed', sourceId }]);
  });
}

/** A source that was taken away publishes nothing, for certain. */
async function readSource(dataSource: DataSource, sourceId: string): Promise<OpenableSource> {
  const [row]: OpenableSource[] = await dataSource.query(
    `select ${OPENABLE} from source where id = $1 and removed_at is null`,
    [sourceId],
  );
  if (!row) throw new PublishRefused('the source was disconnected', null, 'network-refused');
  return row;
}
