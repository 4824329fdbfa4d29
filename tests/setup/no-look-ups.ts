import type { DataSource } from 'typeorm';

/**
 * Posts of sources that are connected from now on are not looked up again during this test: what was only delivered is not
 * at the simulator, and would be taken for gone; and looking up costs units that a test counts.
 */
export async function withoutLookUps(dataSource: DataSource): Promise<void> {
  await dataSource.query(`alter table source alter next_gone_check_at set default now() + interval '1 day'`);
}
