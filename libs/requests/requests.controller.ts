import { Controller } from '@nestjs/common';
import {
  answerAll,
  answerSeveral,
  type AnswerRequestDetail,
  askForAnswer,
  attachMentions,
  detachMention,
  endRequest,
  findSimilar,
  listRequests,
  previewAnswer,
  previewAnswers,
  readAskedAnswer,
  readRequest,
  writeAnswer,
} from '#contract/requests';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import { AnswerAllService } from './answer-all.service.js';
import { AnswerSeveralService } from './answer-several.service.js';
import { AskService } from './ask.service.js';
import { DecideService } from './decide.service.js';
import { RequestReader } from './reader.service.js';

@Controller()
export class RequestsController {
  constructor(
    private readonly reader: RequestReader,
    private readonly asking: AskService,
    private readonly deciding: DecideService,
    private readonly answering: AnswerAllService,
    private readonly several: AnswerSeveralService,
  ) {}

  @Endpoint(listRequests)
  list(
    @CurrentActor() actor: Actor,
    @Input() { query }: InputOf<typeof listRequests>,
  ): Promise<ResponseOf<typeof listRequests>> {
    return this.reader.list(query, actor);
  }

  @Endpoint(readRequest)
  read(@Input() { params }: InputOf<typeof readRequest>): Promise<AnswerRequestDetail> {
    return this.reader.read(params.requestId);
  }

  @Endpoint(readAskedAnswer)
  ofMention(
    @Input() { params }: InputOf<typeof readAskedAnswer>,
  ): Promise<ResponseOf<typeof readAskedAnswer>> {
    return this.reader.ofMention(params.mentionId);
  }

  @Endpoint(findSimilar)
  similar(@Input() { params, query }: InputOf<typeof findSimilar>): Promise<ResponseOf<typeof findSimilar>> {
    return this.reader.similar(params.mentionId, query.limit);
  }

  @Endpoint(askForAnswer)
  async ask(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof askForAnswer>,
  ): Promise<ResponseOf<typeof askForAnswer>> {
    const { requestId, joined } = await this.asking.ask(body, actor);
    return { request: await this.reader.read(requestId), joined };
  }

  @Endpoint(attachMentions)
  async attach(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof attachMentions>,
  ): Promise<AnswerRequestDetail> {
    await this.asking.attach(params.requestId, body.mentionIds, actor);
    return this.reader.read(params.requestId);
  }

  @Endpoint(detachMention)
  async detach(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof detachMention>,
  ): Promise<AnswerRequestDetail> {
    await this.asking.detach(params.requestId, params.mentionId, actor);
    return this.reader.read(params.requestId);
  }

  @Endpoint(writeAnswer)
  async write(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof writeAnswer>,
  ): Promise<AnswerRequestDetail> {
    await this.deciding.write(params.requestId, actor);
    return this.reader.read(params.requestId);
  }

  @Endpoint(endRequest)
  async end(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endRequest>,
  ): Promise<AnswerRequestDetail> {
    await this.deciding.end(params.requestId, body.action, body.reason || null, actor);
    return this.reader.read(params.requestId);
  }

  @Endpoint(previewAnswers)
  preview(@Input() { params }: InputOf<typeof previewAnswers>): Promise<ResponseOf<typeof previewAnswers>> {
    return this.answering.preview(params.requestId);
  }

  @Endpoint(answerAll)
  async answer(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof answerAll>,
  ): Promise<ResponseOf<typeof answerAll>> {
    return { results: await this.answering.send(params.requestId, body.items, actor) };
  }

  @Endpoint(previewAnswer)
  previewSeveral(
    @Input() { params, body }: InputOf<typeof previewAnswer>,
  ): Promise<ResponseOf<typeof previewAnswer>> {
    return this.several.preview(params.answerId, body.mentionIds);
  }

  @Endpoint(answerSeveral)
  async answerSeveral(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof answerSeveral>,
  ): Promise<ResponseOf<typeof answerSeveral>> {
    return { results: await this.several.send(params.answerId, body.items, actor) };
  }
}
