import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** How somebody answers a question of a lesson: the last option chosen, and when it was first right. */
@Entity('lesson_answer')
@Check('lesson_answer_attempts', 'attempts > 0')
export class LessonAnswerRow {
  @ForeignKey('Person', { name: 'lesson_answer_person' })
  @PrimaryColumn({ type: 'bigint' })
  personId!: string;

  @PrimaryColumn({ type: 'text' })
  lesson!: string;

  @PrimaryColumn({ type: 'text' })
  question!: string;

  @Column({ type: 'text' })
  option!: string;

  @Column({ type: 'integer', default: 1 })
  attempts!: number;

  @Column({ type: 'timestamptz', nullable: true })
  rightAt!: Date | null;
}
