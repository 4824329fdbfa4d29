import { Controller } from '@nestjs/common';
import {
  type AnswerDetail,
  changeOwner,
  closeChangeRequest,
  correctSuggestions,
  createAnswer,
  decideVersion,
  listAnswers,
  readAnswer,
  requestChange,
  retireAnswer,
  saveDraft,
  submitVersion,
  suggestAnswers,
  withdrawSuggestionCorrections,
  withdrawVersion,
} from '#contract/answers';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import { AnswerOwnerService } from './answer-owner.service.js';
import { ApprovalsService } from './approvals.service.js';
import { ChangeRequestsService } from './change-requests.service.js';
import { DraftsService } from './drafts.service.js';
import { LibraryService } from './library.service.js';
import { SuggestionCorrectionsService } from './suggestion-corrections.service.js';
import { SuggestionsService } from './suggestions.service.js';

@Controller()
export class AnswersController {
  constructor(
    private readonly library: LibraryService,
    private readonly drafts: DraftsService,
    private readonly approvals: ApprovalsService,
    private readonly suggestions: SuggestionsService,
    private readonly corrections: SuggestionCorrectionsService,
    private readonly changeRequests: ChangeRequestsService,
    private readonly owners: AnswerOwnerService,
  ) {}

  @Endpoint(listAnswers)
  async list(
    @Input() { query }: InputOf<typeof listAnswers>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof listAnswers>> {
    const { cursor, limit, awaitingMe, ...filter } = query;
    const approving = {
      personId: actor.personId,
      departmentIds: actor.permissions.includes('answers.approve') ? actor.departmentIds : [],
    };
    const [page, awaiting] = await Promise.all([
      this.library.list(
        { ...filter, awaiting: awaitingMe === 'true' ? approving : undefined },
        cursor,
        limit,
      ),
      this.library.countAwaiting(approving),
    ]);
    return { ...page, awaitingMe: awaiting };
  }

  @Endpoint(readAnswer)
  read(@Input() { params }: InputOf<typeof readAnswer>): Promise<AnswerDetail> {
    return this.library.read(params.answerId);
  }

  @Endpoint(createAnswer)
  async create(
    @Input() { body }: InputOf<typeof createAnswer>,
    @CurrentActor() actor: Actor,
  ): Promise<AnswerDetail> {
    return this.library.read(await this.drafts.create(body.kind, body.content, actor));
  }

  @Endpoint(saveDraft)
  async save(
    @Input() { params, body }: InputOf<typeof saveDraft>,
    @CurrentActor() actor: Actor,
  ): Promise<AnswerDetail> {
    await this.drafts.save(params.answerId, body.content, body.revision, actor);
    return this.library.read(params.answerId);
  }

  @Endpoint(submitVersion)
  async submit(
    @Input() { params }: InputOf<typeof submitVersion>,
    @CurrentActor() actor: Actor,
  ): Promise<AnswerDetail> {
    await this.approvals.submit(params.answerId, params.number, actor);
    return this.library.read(params.answerId);
  }

  @Endpoint(withdrawVersion)
  async withdraw(
    @Input() { params }: InputOf<typeof withdrawVersion>,
    @CurrentActor() actor: Actor,
  ): Promise<AnswerDetail> {
    await this.approvals.withdraw(params.answerId, params.number, actor);
    return this.library.read(params.answerId);
  }

  @Endpoint(decideVersion)
  async decide(
    @Input() { params, body }: InputOf<typeof decideVersion>,
    @CurrentActor() actor: Actor,
  ): Promise<AnswerDetail> {
    await this.approvals.decide(params.answerId, params.number, body, actor);
    return this.library.read(params.answerId);
  }

  @Endpoint(retireAnswer)
  async retire(
    @Input() { params, body }: InputOf<typeof retireAnswer>,
    @CurrentActor() actor: Actor,
  ): Promise<AnswerDetail> {
    await this.approvals.retire(params.answerId, body.reason, actor);
    return this.library.read(params.answerId);
  }

  @Endpoint(requestChange)
  async requestChange(
    @Input() { params, body }: InputOf<typeof requestChange>,
    @CurrentActor() actor: Actor,
  ): Promise<AnswerDetail> {
    const mayApprove = actor.permissions.includes('answers.approve');
    await this.changeRequests.request(params.answerId, body, { ...actor, mayApprove });
    return this.library.read(params.answerId);
  }

  @Endpoint(closeChangeRequest)
  async closeChangeRequest(
    @Input() { params, body }: InputOf<typeof closeChangeRequest>,
    @CurrentActor() actor: Actor,
  ): Promise<AnswerDetail> {
    await this.changeRequests.close(params.answerId, params.requestId, body.reason, actor);
    return this.library.read(params.answerId);
  }

  @Endpoint(changeOwner)
  async changeOwner(
    @Input() { params, body }: InputOf<typeof changeOwner>,
    @CurrentActor() actor: Actor,
  ): Promise<AnswerDetail> {
    await this.owners.change(params.answerId, body.personId, actor);
    return this.library.read(params.answerId);
  }

  @Endpoint(suggestAnswers)
  suggest(
    @Input() { params, query }: InputOf<typeof suggestAnswers>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof suggestAnswers>> {
    return this.suggestions.suggest(params.mentionId, { ...query, personId: actor.personId });
  }

  @Endpoint(correctSuggestions)
  correctSuggestions(
    @Input() { params, body }: InputOf<typeof correctSuggestions>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof correctSuggestions>> {
    return this.corrections.correct(params.mentionId, body, actor);
  }

  @Endpoint(withdrawSuggestionCorrections)
  withdrawSuggestionCorrections(
    @Input() { params }: InputOf<typeof withdrawSuggestionCorrections>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof withdrawSuggestionCorrections>> {
    return this.corrections.withdraw(params.mentionId, actor);
  }
}
