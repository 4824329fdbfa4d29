import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key pair that was made once for the workspace; its secret part is sealed. */
@Entity('notification_key')
export class NotificationKey {
  @PrimaryColumn({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  publicKey!: string;

  @Column({ type: 'bytea' })
  sealedPrivateKey!: Buffer;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
