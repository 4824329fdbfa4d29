import { Controller, Req, UseInterceptors } from '@nestjs/common';
import type { Request } from 'express';
import {
  applyPressImport,
  attachAuthor,
  createRule,
  decideAuthorProposal,
  detachAuthor,
  listAuthorProposals,
  listRules,
  listStakeholderAuthors,
  planPressImport,
  previewRule,
  readMentionStakeholder,
  removeRule,
} from '#contract/stakeholders';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input, receiveFile } from '#platform/http';
import { LARGEST_PRESS_FILE } from './contract-press.js';
import { invalidField } from '#platform/problem';
import { PressImportService } from './press-import.service.js';
import { type PressLine, readPressList } from './press-list.js';
import { StakeholderAuthorsService } from './stakeholder-authors.service.js';
import { StakeholderRulesService } from './stakeholder-rules.service.js';

/** Who speaks for a stakeholder, and by which rules. */
@Controller()
export class StakeholderAuthorsController {
  constructor(
    private readonly authors: StakeholderAuthorsService,
    private readonly rules: StakeholderRulesService,
    private readonly press: PressImportService,
  ) {}

  @Endpoint(listStakeholderAuthors)
  list(
    @Input() { params, query }: InputOf<typeof listStakeholderAuthors>,
  ): Promise<ResponseOf<typeof listStakeholderAuthors>> {
    return this.authors.list(params.stakeholderId, query);
  }

  @Endpoint(attachAuthor)
  attach(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof attachAuthor>,
  ): Promise<ResponseOf<typeof attachAuthor>> {
    return this.authors.attach(actor, params, body.why);
  }

  @Endpoint(detachAuthor)
  detach(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof detachAuthor>,
  ): Promise<ResponseOf<typeof detachAuthor>> {
    return this.authors.detach(actor, params);
  }

  @Endpoint(listAuthorProposals)
  proposals(
    @Input() { params }: InputOf<typeof listAuthorProposals>,
  ): Promise<ResponseOf<typeof listAuthorProposals>> {
    return this.authors.proposals(params.stakeholderId);
  }

  @Endpoint(decideAuthorProposal)
  decide(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof decideAuthorProposal>,
  ): Promise<ResponseOf<typeof decideAuthorProposal>> {
    return this.authors.decide(actor, params, body);
  }

  @Endpoint(readMentionStakeholder)
  ofMention(
    @Input() { params }: InputOf<typeof readMentionStakeholder>,
  ): Promise<ResponseOf<typeof readMentionStakeholder>> {
    return this.authors.ofMention(params.mentionId);
  }

  @Endpoint(listRules)
  listRules(@Input() { query }: InputOf<typeof listRules>): Promise<ResponseOf<typeof listRules>> {
    return this.rules.list(query);
  }

  @Endpoint(previewRule)
  preview(@Input() { body }: InputOf<typeof previewRule>): Promise<ResponseOf<typeof previewRule>> {
    return this.rules.preview(body);
  }

  @Endpoint(createRule)
  create(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof createRule>,
  ): Promise<ResponseOf<typeof createRule>> {
    return this.rules.create(actor, body);
  }

  @Endpoint(removeRule)
  remove(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof removeRule>,
  ): Promise<ResponseOf<typeof removeRule>> {
    return this.rules.remove(actor, params.ruleId);
  }

  @Endpoint(planPressImport)
  @UseInterceptors(receiveFile(LARGEST_PRESS_FILE))
  plan(
    @Input() { query }: InputOf<typeof planPressImport>,
    @Req() request: Request,
  ): Promise<ResponseOf<typeof planPressImport>> {
    return this.press.plan(query.realm, linesOf(request));
  }

  @Endpoint(applyPressImport)
  @UseInterceptors(receiveFile(LARGEST_PRESS_FILE))
  apply(
    @CurrentActor() actor: Actor,
    @Input() { query }: InputOf<typeof applyPressImport>,
    @Req() request: Request,
  ): Promise<ResponseOf<typeof applyPressImport>> {
    return this.press.apply(actor, query.realm, linesOf(request), query.planHash);
  }
}

function linesOf({ file }: Request): PressLine[] {
  if (!file) throw invalidField('file', 'file-missing', 'is required');
  return readPressList(file.buffer);
}
