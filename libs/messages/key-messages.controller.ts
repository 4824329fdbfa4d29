import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  judgeMessageHit,
  listCarryingReplies,
  listMessageHits,
  listOfferedMessages,
  type MessageHit,
  readMessageFigures,
  readMessageGaps,
  readMessageOverview,
} from '#contract/messages';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import { messageFigures } from './message-figures.js';
import { messageOverview } from './message-overview.js';
import { MessageHitsService } from './message-hits.service.js';
import { MessageUseService } from './message-use.service.js';

const DAY_MS = 86_400_000;

/** Single messages: what answers can carry, and what became of them. */
@Controller()
export class KeyMessagesController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly use: MessageUseService,
    private readonly found: MessageHitsService,
  ) {}

  @Endpoint(listOfferedMessages)
  async offered(): Promise<ResponseOf<typeof listOfferedMessages>> {
    return { items: await this.use.offered() };
  }

  @Endpoint(readMessageFigures)
  async figures(
    @Input() { query }: InputOf<typeof readMessageFigures>,
  ): Promise<ResponseOf<typeof readMessageFigures>> {
    const items = await messageFigures(this.dataSource.manager, {
      topicId: query.topicId ?? null,
      realm: query.realm,
      since: query.from ? new Date(query.from) : new Date(Date.now() - query.days * DAY_MS),
      ...(query.until ? { until: new Date(query.until) } : {}),
    });
    return { items };
  }

  @Endpoint(readMessageOverview)
  overview(
    @Input() { query }: InputOf<typeof readMessageOverview>,
  ): Promise<ResponseOf<typeof readMessageOverview>> {
    return messageOverview(this.dataSource.manager, {
      ...{ topicId: query.topicId ?? null, realm: query.realm },
      ...{ since: new Date(query.from), until: new Date(query.until) },
    });
  }

  @Endpoint(readMessageGaps)
  gaps(): Promise<ResponseOf<typeof readMessageGaps>> {
    return this.use.gaps();
  }

  @Endpoint(listMessageHits)
  hits(
    @Input() { params, query: { cursor, limit, ...filter } }: InputOf<typeof listMessageHits>,
  ): Promise<ResponseOf<typeof listMessageHits>> {
    return this.found.hits(params.key, filter, cursor, limit);
  }

  @Endpoint(judgeMessageHit)
  judge(
    @Input() { params, body }: InputOf<typeof judgeMessageHit>,
    @CurrentActor() actor: Actor,
  ): Promise<MessageHit> {
    return this.found.judge(params.key, params.mentionId, body.verdict, actor);
  }

  @Endpoint(listCarryingReplies)
  replies(
    @Input() { params, query: { cursor, limit, ...filter } }: InputOf<typeof listCarryingReplies>,
  ): Promise<ResponseOf<typeof listCarryingReplies>> {
    return this.found.replies(params.key, filter, cursor, limit);
  }
}
