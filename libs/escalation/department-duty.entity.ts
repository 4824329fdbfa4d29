import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** Who leads a department, its rota, and when it is not disturbed. */
@Entity('department_duty')
@Unique('department_duty_calendar', ['calendarToken'])
export class DepartmentDutyRow {
  @ForeignKey('Department', { name: 'department_duty_department' })
  @PrimaryColumn({ type: 'bigint' })
  departmentId!: string;

  @ForeignKey('Person', { name: 'department_duty_lead' })
  @Column({ type: 'bigint', nullable: true })
  leadId!: string | null;

  @Column({ type: 'bigint', array: true, default: '{}' })
  deputyIds!: string[];

  @Column({ type: 'text', default: 'Europe/Paris' })
  timeZone!: string;

  @Column({ type: 'text', nullable: true })
  quietFrom!: string | null;

  @Column({ type: 'text', nullable: true })
  quietUntil!: string | null;

  @Column({ type: 'jsonb', default: [] })
  holidays!: unknown;

  @Column({ type: 'jsonb', nullable: true })
  rota!: unknown | null;

  @Column({ type: 'text', nullable: true })
  calendarToken!: string | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
