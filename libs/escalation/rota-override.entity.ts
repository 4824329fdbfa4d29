import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Somebody stands in on a rota for a time. */
@Entity('rota_override')
@Check('rota_override_span', `starts_at < ends_at`)
@Index('rota_override_ends', { synchronize: false })
export class RotaOverrideRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('Department', { name: 'rota_override_department' })
  @Column({ type: 'bigint' })
  departmentId!: string;

  @ForeignKey('Person', { name: 'rota_override_person' })
  @Column({ type: 'bigint' })
  personId!: string;

  @ForeignKey('Person', { name: 'rota_override_replaces' })
  @Column({ type: 'bigint', nullable: true })
  replacesId!: string | null;

  @Column({ type: 'timestamptz' })
  startsAt!: Date;

  @Column({ type: 'timestamptz' })
  endsAt!: Date;

  @Column({ type: 'text', default: '' })
  reason!: string;

  @ForeignKey('Person', { name: 'rota_override_creator' })
  @Column({ type: 'bigint', nullable: true })
  createdBy!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
