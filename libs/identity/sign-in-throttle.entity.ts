import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Failed sign-ins per address and per account in the present window. */
@Entity('sign_in_throttle')
export class SignInThrottle {
  @PrimaryColumn({ type: 'text' })
  key!: string;

  @Column({ type: 'integer' })
  failures!: number;

  @Column({ type: 'timestamptz' })
  windowStartedAt!: Date;
}
