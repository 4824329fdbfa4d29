import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Who knows about what. */
@Entity('person_field')
@Index('person_field_of_field', { synchronize: false })
export class PersonField {
  @ForeignKey('Person', { name: 'person_field_person' })
  @PrimaryColumn({ type: 'bigint' })
  personId!: string;

  @ForeignKey('FieldOfExpertise', { name: 'person_field_field' })
  @PrimaryColumn({ type: 'bigint' })
  fieldId!: string;
}
