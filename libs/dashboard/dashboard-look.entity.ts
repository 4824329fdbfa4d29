import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What a person saw of a scope the last time, and the time before. */
@Entity('dashboard_look')
export class DashboardLook {
  @ForeignKey('Person', { name: 'dashboard_look_person' })
  @PrimaryColumn({ type: 'bigint' })
  personId!: string;

  /** Realm and topic, as text. */
  @PrimaryColumn({ type: 'text' })
  scope!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'jsonb' })
  snapshot!: unknown;

  @Column({ type: 'jsonb', nullable: true })
  earlier!: unknown | null;
}
