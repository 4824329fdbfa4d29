import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** That somebody began a lesson, and when the rows first showed its exercise. */
@Entity('lesson_progress')
@Check('lesson_progress_exercise', '(exercise_done_at is null) = (exercise_path is null)')
export class LessonProgressRow {
  @ForeignKey('Person', { name: 'lesson_progress_person' })
  @PrimaryColumn({ type: 'bigint' })
  personId!: string;

  /** Key of the lesson; lessons come with the product. */
  @PrimaryColumn({ type: 'text' })
  lesson!: string;

  @Column({ type: 'timestamptz' })
  begunAt!: Date;

  /** Of the act itself. What was done once stays done, even if the act is undone later. */
  @Column({ type: 'timestamptz', nullable: true })
  exerciseDoneAt!: Date | null;

  /** Address in the console of what shows it. */
  @Column({ type: 'text', nullable: true })
  exercisePath!: string | null;
}
