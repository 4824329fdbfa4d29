import { Controller, Req, Res, UseInterceptors } from '@nestjs/common';
import type { Request, Response } from 'express';
import { applyContactImport, exportContacts, planContactImport } from '#contract/contacts';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input, receiveFile } from '#platform/http';
import { LARGEST_CONTACT_FILE } from './contract-exchange.js';
import { invalidField } from '#platform/problem';
import { type ContactRecord, readContacts } from './exchange-csv.js';
import { ContactExchangeService } from './exchange.service.js';

/** Contacts in files. */
@Controller()
export class ContactExchangeController {
  constructor(private readonly exchange: ContactExchangeService) {}

  @Endpoint(exportContacts)
  async export(
    @CurrentActor() actor: Actor,
    @Input() { query }: InputOf<typeof exportContacts>,
    @Res() response: Response,
  ): Promise<void> {
    const csv = await this.exchange.export(actor, query.realm);
    response.setHeader('content-disposition', 'attachment; filename="passerelle-contacts.csv"');
    response.setHeader('cache-control', 'no-store');
    response.type('text/csv; charset=utf-8').send(csv);
  }

  @Endpoint(planContactImport)
  @UseInterceptors(receiveFile(LARGEST_CONTACT_FILE))
  plan(
    @Input() { query }: InputOf<typeof planContactImport>,
    @Req() request: Request,
  ): Promise<ResponseOf<typeof planContactImport>> {
    return this.exchange.plan(query.realm, recordsOf(request));
  }

  @Endpoint(applyContactImport)
  @UseInterceptors(receiveFile(LARGEST_CONTACT_FILE))
  apply(
    @CurrentActor() actor: Actor,
    @Input() { query }: InputOf<typeof applyContactImport>,
    @Req() request: Request,
  ): Promise<ResponseOf<typeof applyContactImport>> {
    return this.exchange.apply(actor, query.realm, recordsOf(request), query.planHash);
  }
}

function recordsOf({ file }: Request): ContactRecord[] {
  if (!file) throw invalidField('file', 'file-missing', 'is required');
  return readContacts(file.buffer);
}
