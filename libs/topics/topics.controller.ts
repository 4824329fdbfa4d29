import { Controller } from '@nestjs/common';
import { changeTopic, createTopic, listTopicNames, listTopics, previewTopic } from '#contract/topics';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import { TopicsService } from './topics.service.js';

@Controller()
export class TopicsController {
  constructor(private readonly topics: TopicsService) {}

  @Endpoint(listTopics)
  async list(@Input() { query }: InputOf<typeof listTopics>): Promise<ResponseOf<typeof listTopics>> {
    return { items: await this.topics.list(query.realm) };
  }

  @Endpoint(listTopicNames)
  async names(): Promise<ResponseOf<typeof listTopicNames>> {
    return { items: await this.topics.names() };
  }

  @Endpoint(createTopic)
  create(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof createTopic>,
  ): Promise<ResponseOf<typeof createTopic>> {
    return this.topics.create(actor, body);
  }

  @Endpoint(changeTopic)
  change(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof changeTopic>,
  ): Promise<ResponseOf<typeof changeTopic>> {
    return this.topics.change(actor, params.topicId, body);
  }

  @Endpoint(previewTopic)
  preview(@Input() { body }: InputOf<typeof previewTopic>): Promise<ResponseOf<typeof previewTopic>> {
    return this.topics.preview(body.query, body.realm);
  }
}
