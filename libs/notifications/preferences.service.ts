import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { NotificationPreferences, subscribeToPush } from '#contract/notifications';
import { CONFIG, type Config } from '#platform/config';

import { invalidField, notFound } from '#platform/problem';
import { readPreferences, writePreference } from './preference-store.js';
import { DEFAULT_PREFERENCE, type Preference } from './preference.js';
import { PushKeyStore } from './push-keys.js';

interface BrowserRow {
  id: string;
  label: string;
  endpoint: string;
  createdAt: Date;
}

/** What a person is told, by which means and when; always one's own. */
@Injectable()
export class PreferencesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly pushKeys: PushKeyStore,
    @Inject(CONFIG) private readonly config: Pick<Config, 'mail'>,
  ) {}

  async read(personId: string): Promise<NotificationPreferences> {
    const preferences = await readPreferences(this.dataSource.manager, [personId]);
    const browsers: BrowserRow[] = await this.dataSource.query(
      `select id, label, endpoint, created_at as "createdAt" from push_subscription where person_id = $1 order by id`,
      [personId],
    );
    return {
      preference: preferences.get(personId) ?? DEFAULT_PREFERENCE,
      means: { mail: this.config.mail !== null, pushKey: (await this.pushKeys.read()).publicKey },
      browsers: browsers.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
    };
  }

  async change(personId: string, preference: Preference): Promise<NotificationPreferences> {
    const { quiet, timeZone } = preference;
    if (!isTimeZone(timeZone)) {
      throw invalidField('timeZone', 'unknown-time-zone', 'is not the name of a time zone');
    }
    if (quiet && quiet.from === quiet.until) {
      throw invalidField('quiet.until', 'quiet-hours-empty', 'is the same time as the beginning');
    }
    await writePreference(this.dataSource.manager, personId, preference);
    return this.read(personId);
  }

  /** A browser belongs to whoever subscribed in it last. */
  async subscribe(
    personId: string,
    { endpoint, keys, label }: z.output<typeof subscribeToPush.body>,
  ): Promise<NotificationPreferences> {
    await this.dataSource.query(
      `insert into push_subscription (person_id, endpoint, p256dh, auth, label) values ($1, $2, $3, $4, $5)
       on conflict (endpoint) do update set person_id = excluded.person_id, p256dh = excluded.p256dh,
         auth = excluded.auth, label = excluded.label`,
      [personId, endpoint, keys.p256dh, keys.auth, label],
    );
    return this.read(personId);
  }

  async unsubscribe(personId: string, browserId: string): Promise<NotificationPreferences> {
    const [, removed]: [unknown[], number] = await this.dataSource.query(
      'delete from push_subscription where id = $1 and person_id = $2',
      [browserId, personId],
    );
    if (removed === 0) throw notFound('browser-not-found', 'There is no such browser of yours.');
    return this.read(personId);
  }
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
