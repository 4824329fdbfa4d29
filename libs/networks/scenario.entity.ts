import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A list of injects for the training network. */
@Entity('scenario')
export class Scenario {
  @PrimaryColumn({ type: 'text' })
  key!: string;

  @Column({ type: 'text' })
  nameFr!: string;

  @Column({ type: 'text' })
  nameEn!: string;

  @Column({ type: 'text' })
  descriptionFr!: string;

  @Column({ type: 'text' })
  descriptionEn!: string;

  @Column({ type: 'jsonb' })
  injects!: unknown;
}
