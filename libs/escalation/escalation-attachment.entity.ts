import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A file that belongs to an escalation. */
@Entity('escalation_attachment')
@Index('escalation_attachment_of', { synchronize: false })
export class EscalationAttachmentRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @ForeignKey('EscalationRow', { name: 'escalation_attachment_escalation' })
  @Column({ type: 'bigint' })
  escalationId!: string;

  @ForeignKey('Person', { name: 'escalation_attachment_person' })
  @Column({ type: 'bigint' })
  personId!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  mediaType!: string;

  @Column({ type: 'integer' })
  bytes!: number;

  @Column({ type: 'text' })
  sha256!: string;

  @Column({ type: 'bytea' })
  content!: Buffer;

  @ForeignKey('Department', { name: 'escalation_attachment_private' })
  @Column({ type: 'bigint', nullable: true })
  privateTo!: string | null;
}
