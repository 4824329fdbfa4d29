import { Module } from '@nestjs/common';
import { ContactExchangeController } from './contact-exchange.controller.js';
import { ContactsWorker } from './contacts-worker.js';
import { ContactsController } from './contacts.controller.js';
import { ContactsService } from './contacts.service.js';
import { ContactExchangeService } from './exchange.service.js';
import { ContactHistoryService } from './history.service.js';
import { MergeAndEraseService } from './merge-and-erase.service.js';
import { ProposalsService } from './proposals.service.js';

@Module({
  // Addresses with a word in the place of an id come first.
  controllers: [ContactExchangeController, ContactsController],
  providers: [
    ContactExchangeService,
    ContactHistoryService,
    ContactsService,
    MergeAndEraseService,
    ProposalsService,
  ],
})
export class ContactsHttpModule {}

/** For the worker: looks for authors who may be one person. */
@Module({ providers: [ContactsWorker], exports: [ContactsWorker] })
export class ContactsWorkerModule {}
