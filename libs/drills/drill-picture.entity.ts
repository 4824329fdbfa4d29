import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A picture of injects. Its id is the SHA-256 of its bytes: a scenario that is carried elsewhere finds it again. */
@Entity('drill_picture')
export class DrillPictureRow {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text' })
  mediaType!: string;

  @Column({ type: 'bytea' })
  content!: Buffer;

  @ForeignKey('Person', { name: 'drill_picture_person' })
  @Column({ type: 'bigint' })
  personId!: string;

  /** When it was brought in last. */
  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;
}
