import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A number that rises with every change of a set of rows that workers keep compiled in memory. */
@Entity('revision')
export class Revision {
  @PrimaryColumn({ type: 'text' })
  name!: string;

  @Column({ type: 'bigint', default: 1 })
  number!: string;
}
