import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Who was asked by an invitation, as it stood then, and who has passed. */
@Entity('answer_invitation_person')
@Index('answer_invitation_of_person', { synchronize: false })
export class AnswerInvitationPerson {
  @ForeignKey('AnswerInvitation', { name: 'answer_invitation_person_invitation' })
  @PrimaryColumn({ type: 'bigint' })
  invitationId!: string;

  @ForeignKey('Person', { name: 'answer_invitation_person_person' })
  @PrimaryColumn({ type: 'bigint' })
  personId!: string;

  @Column({ type: 'timestamptz', nullable: true })
  declinedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;
}
