import { Controller, Req, Res, UseInterceptors } from '@nestjs/common';
import type { Request, Response } from 'express';
import {
  applyLibraryImport,
  approveSeveral,
  changeLibrarySettings,
  exportLibraryCsv,
  exportLibraryJson,
  listReactions,
  listUses,
  listWaiting,
  planLibraryImport,
  readLibraryImport,
  readLibrarySettings,
  readUsage,
} from '#contract/answers';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input, receiveFile } from '#platform/http';
import { LARGEST_LIBRARY_FILE } from './contract-exchange.js';
import { invalidField } from '#platform/problem';
import { ExchangeService } from './exchange.service.js';
import { LibraryService } from './library.service.js';
import { readLibraryFile } from './read-library-file.js';
import { RemindersService } from './reminders.service.js';
import { UsageService } from './usage.service.js';
import { WaitingService } from './waiting.service.js';

/** The library as a whole: what waits, files, settings, use. */
@Controller()
export class LibraryController {
  constructor(
    private readonly library: LibraryService,
    private readonly waiting: WaitingService,
    private readonly reminders: RemindersService,
    private readonly exchange: ExchangeService,
    private readonly usage: UsageService,
  ) {}

  @Endpoint(listWaiting)
  async listWaiting(
    @Input() { query }: InputOf<typeof listWaiting>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof listWaiting>> {
    const [page, total] = await Promise.all([
      this.waiting.list(actor, query.cursor, query.limit),
      this.library.countAwaiting(actor),
    ]);
    return { ...page, total };
  }

  @Endpoint(approveSeveral)
  async approveSeveral(
    @Input() { body }: InputOf<typeof approveSeveral>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof approveSeveral>> {
    return { items: await this.waiting.approveSeveral(body.items, body.comment, actor) };
  }

  @Endpoint(readLibrarySettings)
  readSettings(): Promise<ResponseOf<typeof readLibrarySettings>> {
    return this.reminders.settings();
  }

  @Endpoint(changeLibrarySettings)
  async changeSettings(
    @Input() { body }: InputOf<typeof changeLibrarySettings>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof changeLibrarySettings>> {
    await this.reminders.change(body, actor);
    return this.reminders.settings();
  }

  @Endpoint(exportLibraryJson)
  async exportJson(@Res() response: Response): Promise<void> {
    response.setHeader('content-disposition', 'attachment; filename="passerelle-library.json"');
    response.type('application/json; charset=utf-8').send(await this.exchange.exportJson(new Date()));
  }

  @Endpoint(exportLibraryCsv)
  async exportCsv(@Res() response: Response): Promise<void> {
    response.setHeader('content-disposition', 'attachment; filename="passerelle-library.csv"');
    response.type('text/csv; charset=utf-8').send(await this.exchange.exportCsv());
  }

  @Endpoint(planLibraryImport)
  @UseInterceptors(receiveFile(LARGEST_LIBRARY_FILE))
  planImport(
    @CurrentActor() actor: Actor,
    @Input() { query }: InputOf<typeof planLibraryImport>,
    @Req() { file }: Request,
  ): Promise<ResponseOf<typeof planLibraryImport>> {
    if (!file) throw invalidField('file', 'file-missing', 'is required');
    // Browsers send the name as UTF-8, which the parser reads byte by byte.
    const name = Buffer.from(file.originalname, 'latin1').toString('utf8').replaceAll('\0', '').slice(0, 300);
    return this.exchange.plan({ name, proposals: readLibraryFile(file.buffer) }, query.arriveAs, actor);
  }

  @Endpoint(readLibraryImport)
  readImport(
    @Input() { params }: InputOf<typeof readLibraryImport>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof readLibraryImport>> {
    return this.exchange.read(params.importId, actor);
  }

  @Endpoint(applyLibraryImport)
  applyImport(
    @Input() { params, body }: InputOf<typeof applyLibraryImport>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof applyLibraryImport>> {
    return this.exchange.apply(params.importId, body.planHash, actor);
  }

  @Endpoint(readUsage)
  readUsage(@Input() { params, query }: InputOf<typeof readUsage>): Promise<ResponseOf<typeof readUsage>> {
    return this.usage.usage(params.answerId, query.realm, new Date());
  }

  @Endpoint(listUses)
  listUses(@Input() { params, query }: InputOf<typeof listUses>): Promise<ResponseOf<typeof listUses>> {
    const { cursor, limit, ...filter } = query;
    return this.usage.uses(params.answerId, filter, cursor, limit);
  }

  @Endpoint(listReactions)
  listReactions(
    @Input() { params, query }: InputOf<typeof listReactions>,
  ): Promise<ResponseOf<typeof listReactions>> {
    const { cursor, limit, ...filter } = query;
    return this.usage.reactions(params.answerId, filter, cursor, limit);
  }
}
