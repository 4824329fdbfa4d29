import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A notification that a delivery tells of. */
@Entity('notification_delivery_item')
@Index('notification_delivery_item_notification', { synchronize: false })
export class NotificationDeliveryItem {
  @ForeignKey('NotificationDelivery', { name: 'notification_delivery_item_delivery' })
  @PrimaryColumn({ type: 'bigint' })
  deliveryId!: string;

  @ForeignKey('NotificationRow', { name: 'notification_delivery_item_notification' })
  @PrimaryColumn({ type: 'bigint' })
  notificationId!: string;

  /** The count as it was told; null until sent. */
  @Column({ type: 'integer', nullable: true })
  countTold!: number | null;
}
