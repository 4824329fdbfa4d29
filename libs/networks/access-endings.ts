import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { notify } from '#notifications';
import { inTransaction } from '#platform/database';
import { keepersOfSources } from './tell-attention.js';

/** Days before its end at which people are told: enough to reach whoever may give a new access. */
const DAYS_BEFORE = 7;

/** Some networks give an access for a while only. Whoever can renew it is told in time, once for each end. */
@Injectable()
export class AccessEndings {
  constructor(private readonly dataSource: DataSource) {}

  /** Marked and told in one transaction, so that neither a second worker nor a crash tells it twice or never. */
  async tell(): Promise<void> {
    await inTransaction(this.dataSource, async ({ manager }) => {
      const [ending]: [{ name: string; id: string; accessUntil: Date }[], number] = await manager.query(
        `update source set access_told = access_until
         where state in ('active', 'paused') and access_until > now()
           and access_until <= now() + $1 * interval '1 day' and access_told is distinct from access_until
         returning id, name, access_until as "accessUntil"`,
        [DAYS_BEFORE],
      );
      if (ending.length === 0) return;
      const personIds = await keepersOfSources(manager);
      for (const { id, name, accessUntil } of ending) {
        await notify(manager, {
          kind: 'source.access_ending',
          personIds,
          level: 0,
          groupKey: `source.access_ending:${id}`,
          params: { source: name, date: accessUntil.toISOString().slice(0, 10) },
          link: '/sources',
        });
      }
    });
  }
}
