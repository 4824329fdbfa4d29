import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import webPush from 'web-push';
import { Seals } from '#platform/sealing';

export interface PushKeys {
  publicKey: string;
  privateKey: string;
}

const NAME = 'vapid';
const PURPOSE = 'notification_key.private_key';

/** The workspace's VAPID key pair (RFC 8292), made when it is first needed and the same for good. */
@Injectable()
export class PushKeyStore {
  private keys: PushKeys | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly seals: Seals,
  ) {}

  async read(): Promise<PushKeys> {
    if (this.keys) return this.keys;
    const made = webPush.generateVAPIDKeys();
    await this.dataSource.query(
      `insert into notification_key (name, public_key, sealed_private_key) select $1, $2, $3
       where not exists (select from notification_key where name = $1) on conflict do nothing`,
      [NAME, made.publicKey, this.seals.seal(PURPOSE, made.privateKey)],
    );
    const [row]: { publicKey: string; sealed: Buffer }[] = await this.dataSource.query(
      `select public_key as "publicKey", sealed_private_key as sealed from notification_key where name = $1`,
      [NAME],
    );
    if (!row) throw new Error('the push keys were not stored');
    this.keys = { publicKey: row.publicKey, privateKey: this.seals.open(PURPOSE, row.sealed) };
    return this.keys;
  }
}
