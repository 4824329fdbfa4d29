import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Something by which an author may be recognised elsewhere, in a form that is compared letter by letter. */
@Entity('author_trait')
@Index('author_trait_same', { synchronize: false })
export class AuthorTrait {
  @ForeignKey('Author', { name: 'author_trait_author' })
  @PrimaryColumn({ type: 'bigint' })
  authorId!: string;

  @PrimaryColumn({ type: 'text' })
  trait!: string;
}
