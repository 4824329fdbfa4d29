import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isCurrentSql } from '#answers';
import type { readMessageGaps } from '#contract/messages';
import type { ResponseOf } from '#platform/contract';
import type { MessageSetKind, OfferedMessage } from './contract.js';

type Gaps = ResponseOf<typeof readMessageGaps>;

/** Answers without a message that are listed; their number is told in whole. */
const MOST_ANSWERS = 50;

/** How messages and answers fit together. */
@Injectable()
export class MessageUseService {
  constructor(private readonly dataSource: DataSource) {}

  /** Messages in force: what an answer can carry. */
  async offered(condition = 'true'): Promise<OfferedMessage[]> {
    const rows: OfferedRow[] = await this.dataSource.query(
      `select k.key, k.text_fr as fr, k.text_en as en, k.umbrella, s.kind, s.id as "setId", t.id as "topicId",
         t.name as "topicName"
       from key_message k join message_set s on s.id = k.set_id left join topic t on t.id = s.topic_id
       where k.in_force and ${condition}
       order by t.name nulls first, t.id, s.kind, s.id, k.umbrella desc, k.key`,
    );
    return rows.map(({ fr, en, topicId, topicName, ...row }) => ({
      ...row,
      text: { fr, en },
      topic: topicId === null ? null : { id: topicId, name: topicName ?? '' },
    }));
  }

  /** Messages without an answer, answers without a message, and messages of answers that stand in no house or map. */
  async gaps(): Promise<Gaps> {
    const [withoutAnswer, answers, homeless] = await Promise.all([
      this.offered(
        `not exists (select from answer_version v where ${isCurrentSql('v')}
           and v.key_messages @> jsonb_build_array(jsonb_build_object('id', k.key)))`,
      ),
      this.dataSource.query<(Gaps['withoutMessage'][number] & { total: number })[]>(
        `select v.answer_id as "answerId", jsonb_build_object('fr', v.question_fr, 'en', v.question_en) as question,
           v.topic_id::text as "topicId", count(*) over ()::integer as total
         from answer_version v where ${isCurrentSql('v')} and not exists (
           select from jsonb_array_elements(v.key_messages) message
             join key_message k on k.key = message->>'id' and k.in_force)
         order by v.topic_id nulls last, v.answer_id limit ${MOST_ANSWERS}`,
      ),
      this.dataSource.query<Gaps['homeless']>(
        `select k.key, concat_ws(' · ', nullif(k.text_fr, ''), nullif(k.text_en, '')) as text,
           (select count(distinct v.answer_id)::integer from answer_version v
             where v.state in ('approved', 'draft', 'in_review')
               and v.key_messages @> jsonb_build_array(jsonb_build_object('id', k.key))) as answers
         from key_message k where k.set_id is null order by k.key`,
      ),
    ]);
    return {
      withoutAnswer,
      withoutMessage: answers.map(({ total: _, ...answer }) => answer),
      withoutMessageTotal: answers[0]?.total ?? 0,
      homeless: homeless.filter(({ answers: carrying }) => carrying > 0),
    };
  }
}

interface OfferedRow extends Omit<OfferedMessage, 'text' | 'topic'> {
  kind: MessageSetKind;
  fr: string;
  en: string;
  topicId: string | null;
  topicName: string | null;
}
