import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How many days before a date people are reminded of it; one row. */
@Entity('library_settings')
@Check('library_settings_one', 'id = 1')
export class LibrarySettingsRow {
  @PrimaryColumn({ type: 'smallint', primaryKeyConstraintName: 'library_settings_pkey' })
  id!: number;

  @Column({ type: 'integer', array: true })
  expiryDays!: number[];

  @Column({ type: 'integer', array: true })
  reviewDays!: number[];
}
