import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A browser in which a person lets itself be told by web push. */
@Entity('push_subscription')
@Unique('push_subscription_endpoint', ['endpoint'])
@Index('push_subscription_of_person', ['personId'])
export class PushSubscriptionRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('Person', { name: 'push_subscription_person' })
  @Column({ type: 'bigint' })
  personId!: string;

  @Column({ type: 'text' })
  endpoint!: string;

  @Column({ type: 'text' })
  p256dh!: string;

  @Column({ type: 'text' })
  auth!: string;

  /** What the browser calls itself, for its owner to recognise. */
  @Column({ type: 'text' })
  label!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
