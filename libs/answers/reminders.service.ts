import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordDecision } from '#audit';
import { inTransaction } from '#platform/database';
import type { LibrarySettings } from './contract-queue.js';
import type { Writer } from './drafts.service.js';
import { tellDateNear } from './library-notices.js';
import { readVersions } from './version-record.js';

interface DueReminder {
  version_id: string;
  about: 'expiry' | 'review';
  due_at: Date;
  days: number;
  owner_id: string | null;
}

/** Reminds people of the end and of the review of what is approved, and holds how many days before. */
@Injectable()
export class RemindersService {
  constructor(private readonly dataSource: DataSource) {}

  async settings(): Promise<LibrarySettings> {
    const [row]: { expiry_days: number[]; review_days: number[] }[] = await this.dataSource.query(
      'select expiry_days, review_days from library_settings where id = 1',
    );
    return { expiryDays: row?.expiry_days ?? [], reviewDays: row?.review_days ?? [] };
  }

  change(given: LibrarySettings, writer: Writer): Promise<void> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const [before]: { expiry_days: number[]; review_days: number[] }[] = await manager.query(
        'select expiry_days, review_days from library_settings where id = 1 for update',
      );
      const after = { expiryDays: tidy(given.expiryDays), reviewDays: tidy(given.reviewDays) };
      await manager.query('update library_settings set expiry_days = $1, review_days = $2 where id = 1', [
        after.expiryDays,
        after.reviewDays,
      ]);
      await recordDecision(manager, {
        actor: writer,
        action: 'library.reminders_changed',
        subjectType: 'library',
        subjectId: '1',
        before: { expiryDays: before?.expiry_days, reviewDays: before?.review_days },
        after,
      });
    });
  }

  /**
   * Reminds of every approved version that has come within its days, once for each; returns how many reminders went
   * out. After an interruption only the nearest is made up for: nobody is told “in 14 days” two days before.
   */
  remind(now: Date): Promise<number> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const due: DueReminder[] = await manager.query(DUE, [now.toISOString()]);
      if (due.length === 0) return 0;
      const versions = await readVersions(manager, 'v.id = any($1::bigint[])', [
        due.map((one) => one.version_id),
      ]);
      const byId = new Map(versions.map((version) => [version.id, version]));
      for (const { version_id: id, about, due_at: dueAt, days, owner_id: owner } of due) {
        const version = byId.get(id);
        if (version) await tellDateNear(manager, version, owner, { about, dueAt, days });
      }
      return due.length;
    });
  }
}

/** Each number of days once, the longest first. */
function tidy(days: readonly number[]): number[] {
  return [...new Set(days)].sort((a, b) => b - a);
}

/** Notes what is reached at the moment $1 and not noted yet; gives back what is the nearest of its date. */
const DUE = `
  with dates as (
    select v.id as version_id, 'expiry' as about, v.valid_until as due_at, settings.expiry_days as days
    from answer_version v, library_settings settings
    where v.state = 'approved' and v.valid_until > $1::timestamptz
    union all
    select v.id, 'review', v.review_on, settings.review_days
    from answer_version v, library_settings settings
    where v.state = 'approved' and v.review_on is not null
      and (v.valid_until is null or v.valid_until > $1::timestamptz)
  ),
  reached as (
    select version_id, about, due_at, day as days, day = min(day) over (partition by version_id, about) as nearest
    from dates, unnest(days) day
    where due_at - make_interval(days => day) <= $1::timestamptz
  ),
  noted as (
    insert into answer_reminder (version_id, about, due_at, days, at)
    select version_id, about, due_at, days, $1::timestamptz from reached
    on conflict do nothing
    returning version_id, about, due_at, days
  )
  select noted.*, a.owner_id
  from noted join reached using (version_id, about, due_at, days)
    join answer_version v on v.id = version_id join answer a on a.id = v.answer_id
  where reached.nearest
  order by version_id, about`;
