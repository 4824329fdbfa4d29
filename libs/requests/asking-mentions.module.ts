import { Global, Injectable, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ASKING_MENTIONS, type AskingMentions } from '#answers';

/** Tells the library how many mentions wait for an answer that its departments are asked to approve. */
@Injectable()
export class CountAskingMentions implements AskingMentions {
  constructor(private readonly dataSource: DataSource) {}

  async count(answerIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows: { answer_id: string; mentions: number }[] = await this.dataSource.query(
      `select r.answer_id, count(*)::integer as mentions
       from answer_request r join answer_request_mention m on m.request_id = r.id and m.standing = 'attached'
       where r.answer_id = any($1::bigint[]) and r.state in ('open', 'drafted', 'in_review', 'ready')
       group by r.answer_id`,
      [answerIds],
    );
    return new Map(rows.map(({ answer_id: id, mentions }) => [id, mentions]));
  }
}

/** Global, because the library must not know who asks for its answers. */
@Global()
@Module({
  providers: [{ provide: ASKING_MENTIONS, useClass: CountAskingMentions }],
  exports: [ASKING_MENTIONS],
})
export class AskingMentionsModule {}
