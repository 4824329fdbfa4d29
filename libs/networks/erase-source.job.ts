import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordDecision } from '#audit';
import { eraseMentions } from '#mentions';
import { inTransaction } from '#platform/database';

export const ERASE_SOURCE = 'source.erase';

/** Few enough that nobody waits long for a mention that is being erased. */
const BATCH = 200;

/** Erases what a removed source brought in, batch by batch; a crash in between only means that it goes on later. */
@Injectable()
export class EraseSource {
  constructor(private readonly dataSource: DataSource) {}

  async due(): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      'select id from source where erase_mentions and erased_at is null order by id limit 100',
    );
    return rows.map(({ id }) => id);
  }

  async run(sourceId: string, signal: AbortSignal): Promise<void> {
    const [source]: unknown[] = await this.dataSource.query(
      'select 1 from source where id = $1 and erase_mentions and erased_at is null',
      [sourceId],
    );
    if (!source) return;
    while (!signal.aborted) {
      const erased = await inTransaction(this.dataSource, ({ manager }) =>
        eraseMentions(manager, { sourceId, most: BATCH }),
      );
      if (erased === 0) return this.finish(sourceId);
    }
  }

  private async finish(sourceId: string): Promise<void> {
    await inTransaction(this.dataSource, async ({ manager }) => {
      const [rows]: [unknown[], number] = await manager.query(
        `update source set erased_at = clock_timestamp()
         where id = $1 and erase_mentions and erased_at is null returning id`,
        [sourceId],
      );
      if (rows.length === 0) return;
      await recordDecision(manager, {
        actor: null,
        action: 'source.erased',
        subjectType: 'source',
        subjectId: sourceId,
      });
    });
  }
}
