import { Controller } from '@nestjs/common';
import {
  changeContact,
  createContact,
  decideContactProposal,
  eraseContact,
  findAuthors,
  linkAuthor,
  listContactProposals,
  listContacts,
  mergeContacts,
  readContact,
  readContactHistory,
  readMentionContact,
  splitContact,
  unlinkAuthor,
} from '#contract/contacts';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import { ContactsService } from './contacts.service.js';
import { ContactHistoryService } from './history.service.js';
import { MergeAndEraseService } from './merge-and-erase.service.js';
import { ProposalsService } from './proposals.service.js';

@Controller()
export class ContactsController {
  constructor(
    private readonly contacts: ContactsService,
    private readonly ends: MergeAndEraseService,
    private readonly pasts: ContactHistoryService,
    private readonly proposals: ProposalsService,
  ) {}

  @Endpoint(listContacts)
  list(@Input() { query }: InputOf<typeof listContacts>): Promise<ResponseOf<typeof listContacts>> {
    return this.contacts.list(query);
  }

  @Endpoint(createContact)
  create(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof createContact>,
  ): Promise<ResponseOf<typeof createContact>> {
    return this.contacts.create(actor, body);
  }

  @Endpoint(readContact)
  read(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof readContact>,
  ): Promise<ResponseOf<typeof readContact>> {
    return this.contacts.read(actor, params.contactId);
  }

  @Endpoint(changeContact)
  change(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof changeContact>,
  ): Promise<ResponseOf<typeof changeContact>> {
    const { version, ...fields } = body;
    return this.contacts.change(actor, params.contactId, version, fields);
  }

  @Endpoint(linkAuthor)
  link(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof linkAuthor>,
  ): Promise<ResponseOf<typeof linkAuthor>> {
    return this.contacts.link(actor, params.contactId, body.authorId);
  }

  @Endpoint(unlinkAuthor)
  unlink(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof unlinkAuthor>,
  ): Promise<ResponseOf<typeof unlinkAuthor>> {
    return this.contacts.unlink(actor, params.contactId, params.authorId);
  }

  @Endpoint(splitContact)
  split(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof splitContact>,
  ): Promise<ResponseOf<typeof splitContact>> {
    return this.contacts.split(actor, params.contactId, body);
  }

  @Endpoint(mergeContacts)
  merge(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof mergeContacts>,
  ): Promise<ResponseOf<typeof mergeContacts>> {
    return this.ends.merge(actor, params.contactId, body);
  }

  @Endpoint(eraseContact)
  erase(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof eraseContact>,
  ): Promise<ResponseOf<typeof eraseContact>> {
    return this.ends.erase(actor, params.contactId, body);
  }

  @Endpoint(readContactHistory)
  history(
    @Input() { params, query }: InputOf<typeof readContactHistory>,
  ): Promise<ResponseOf<typeof readContactHistory>> {
    return this.pasts.history(params.contactId, query);
  }

  @Endpoint(readMentionContact)
  ofMention(
    @Input() { params }: InputOf<typeof readMentionContact>,
  ): Promise<ResponseOf<typeof readMentionContact>> {
    return this.pasts.ofMention(params.mentionId);
  }

  @Endpoint(findAuthors)
  findAuthors(@Input() { query }: InputOf<typeof findAuthors>): Promise<ResponseOf<typeof findAuthors>> {
    return this.contacts.findAuthors(query);
  }

  @Endpoint(listContactProposals)
  listProposals(
    @Input() { query }: InputOf<typeof listContactProposals>,
  ): Promise<ResponseOf<typeof listContactProposals>> {
    return this.proposals.list(query);
  }

  @Endpoint(decideContactProposal)
  decideProposal(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof decideContactProposal>,
  ): Promise<ResponseOf<typeof decideContactProposal>> {
    return this.proposals.decide(actor, params.proposalId, body);
  }
}
