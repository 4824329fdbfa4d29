import { Controller } from '@nestjs/common';
import {
  announcePresence,
  correctAssessment,
  countMentions,
  decideMention,
  decideMentions,
  listMentions,
  listViews,
  readMention,
  removeView,
  saveView,
  undoDecisions,
} from '#contract/mentions';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import { MentionsService } from './mentions.service.js';
import { TriageService } from './triage.service.js';

@Controller()
export class MentionsController {
  constructor(
    private readonly mentions: MentionsService,
    private readonly triage: TriageService,
  ) {}

  @Endpoint(listMentions)
  list(
    @CurrentActor() actor: Actor,
    @Input() { query }: InputOf<typeof listMentions>,
  ): Promise<ResponseOf<typeof listMentions>> {
    return this.mentions.list(actor, query);
  }

  // Before the address of a single mention, which would take “counts” for an id.
  @Endpoint(countMentions)
  count(
    @CurrentActor() actor: Actor,
    @Input() { query }: InputOf<typeof countMentions>,
  ): Promise<ResponseOf<typeof countMentions>> {
    return this.mentions.count(actor, query);
  }

  @Endpoint(readMention)
  read(@Input() { params }: InputOf<typeof readMention>): Promise<ResponseOf<typeof readMention>> {
    return this.mentions.read(params.mentionId);
  }

  @Endpoint(decideMentions)
  decideMany(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof decideMentions>,
  ): Promise<ResponseOf<typeof decideMentions>> {
    const { mentionIds, ...decision } = body;
    return this.triage.decideMany(actor, mentionIds, decision);
  }

  @Endpoint(decideMention)
  decide(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof decideMention>,
  ): Promise<ResponseOf<typeof decideMention>> {
    return this.triage.decideOne(actor, params.mentionId, body);
  }

  @Endpoint(undoDecisions)
  undo(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof undoDecisions>,
  ): Promise<ResponseOf<typeof undoDecisions>> {
    return this.triage.undo(actor, body.decisionIds);
  }

  @Endpoint(correctAssessment)
  correct(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof correctAssessment>,
  ): Promise<ResponseOf<typeof correctAssessment>> {
    return this.triage.correct(actor, params.mentionId, body);
  }

  @Endpoint(announcePresence)
  async announce(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof announcePresence>,
  ): Promise<ResponseOf<typeof announcePresence>> {
    return { presence: await this.mentions.announce(actor, params.mentionId, body.activity) };
  }

  @Endpoint(listViews)
  async views(@CurrentActor() actor: Actor): Promise<ResponseOf<typeof listViews>> {
    return { items: await this.mentions.views(actor) };
  }

  @Endpoint(saveView)
  saveView(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof saveView>,
  ): Promise<ResponseOf<typeof saveView>> {
    return this.mentions.saveView(actor, body);
  }

  @Endpoint(removeView)
  removeView(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof removeView>): Promise<void> {
    return this.mentions.removeView(actor, params.viewId);
  }
}
