import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Membership of a department. */
@Entity('person_department')
export class PersonDepartment {
  @ForeignKey('Person', { name: 'person_department_person' })
  @PrimaryColumn({ type: 'bigint' })
  personId!: string;

  @ForeignKey('Department', { name: 'person_department_department' })
  @PrimaryColumn({ type: 'bigint' })
  departmentId!: string;
}
