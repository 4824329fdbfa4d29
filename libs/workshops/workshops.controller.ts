import { Controller, Inject, Req, Res } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import {
  arrangeItem,
  changeCluster,
  changeJoinLink,
  changeSeat,
  changeWorkshop,
  changeWorkshopAction,
  createCluster,
  createWorkshop,
  deleteCluster,
  downloadWorkshopReport,
  drawGroups,
  followRoom,
  harvestAction,
  harvestAnswer,
  harvestMessage,
  harvestNote,
  listWorkshopActions,
  listWorkshops,
  moveWorkshopOn,
  readJoinLink,
  readWorkshop,
  writeItem,
} from '#contract/workshops';
import { reportDocx, reportPdf } from '#crisis';
import { CONFIG, type Config } from '#platform/config';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import { BoardService } from './board.service.js';
import { ConductService } from './conduct.service.js';
import { ContributionsService } from './contributions.service.js';
import { HarvestService } from './harvest.service.js';
import { readClusters, readItems } from './read-room.js';
import { WorkshopReader } from './reader.service.js';
import { layOutWorkshop } from './report-document.js';
import { RoomHub } from './room-hub.js';
import { streamRoom } from './room-stream.js';
import { workshopNotFound } from './workshop-record.js';
import { WorkshopsService } from './workshops.service.js';

/** For those who prepare and run workshops. */
@Controller()
export class WorkshopsController {
  constructor(
    private readonly reader: WorkshopReader,
    private readonly workshops: WorkshopsService,
    private readonly conduct: ConductService,
    private readonly contributions: ContributionsService,
    private readonly board: BoardService,
    private readonly harvest: HarvestService,
    private readonly hub: RoomHub,
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  @Endpoint(listWorkshops)
  list(@Input() { query }: InputOf<typeof listWorkshops>): Promise<ResponseOf<typeof listWorkshops>> {
    return this.reader.list(query);
  }

  @Endpoint(createWorkshop)
  async create(
    @Input() { body }: InputOf<typeof createWorkshop>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof createWorkshop>> {
    return this.reader.read(await this.workshops.create(body, actor));
  }

  @Endpoint(readWorkshop)
  read(@Input() { params }: InputOf<typeof readWorkshop>): Promise<ResponseOf<typeof readWorkshop>> {
    return this.reader.read(params.workshopId);
  }

  @Endpoint(changeWorkshop)
  async change(
    @Input() { params, body }: InputOf<typeof changeWorkshop>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof changeWorkshop>> {
    await this.workshops.change(params.workshopId, body, actor);
    return this.reader.read(params.workshopId);
  }

  @Endpoint(moveWorkshopOn)
  async move(
    @Input() { params, body }: InputOf<typeof moveWorkshopOn>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof moveWorkshopOn>> {
    return { state: await this.conduct.move(params.workshopId, body, actor) };
  }

  @Endpoint(readJoinLink)
  async readLink(
    @Input() { params }: InputOf<typeof readJoinLink>,
  ): Promise<ResponseOf<typeof readJoinLink>> {
    return this.withAddress(await this.conduct.link(params.workshopId));
  }

  @Endpoint(changeJoinLink)
  async changeLink(
    @Input() { params, body }: InputOf<typeof changeJoinLink>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof changeJoinLink>> {
    return this.withAddress(await this.conduct.changeLink(params.workshopId, body.action, actor));
  }

  @Endpoint(changeSeat)
  changeSeat(
    @Input() { params, body }: InputOf<typeof changeSeat>,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.conduct.changeSeat(params.workshopId, params.seatId, body, actor);
  }

  @Endpoint(drawGroups)
  draw(
    @Input() { params }: InputOf<typeof drawGroups>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof drawGroups>> {
    return this.board.draw(params.workshopId, actor, randomInt(2 ** 31));
  }

  @Endpoint(followRoom)
  async follow(
    @Input() { params }: InputOf<typeof followRoom>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (!(await streamRoom(this.hub, params.workshopId, null, request, response))) throw workshopNotFound();
  }

  @Endpoint(writeItem)
  write(
    @Input() { params, body }: InputOf<typeof writeItem>,
    @CurrentActor() person: Actor,
  ): Promise<ResponseOf<typeof writeItem>> {
    return this.contributions.write(params.workshopId, body, { person });
  }

  @Endpoint(arrangeItem)
  arrange(
    @Input() { params, body }: InputOf<typeof arrangeItem>,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.board.arrange(params.workshopId, params.itemId, body, actor);
  }

  @Endpoint(createCluster)
  createCluster(
    @Input() { params, body }: InputOf<typeof createCluster>,
  ): Promise<ResponseOf<typeof createCluster>> {
    return this.board.createCluster(params.workshopId, body.title, body.itemIds);
  }

  @Endpoint(changeCluster)
  renameCluster(
    @Input() { params, body }: InputOf<typeof changeCluster>,
  ): Promise<ResponseOf<typeof changeCluster>> {
    return this.board.renameCluster(params.workshopId, params.clusterId, body.title);
  }

  @Endpoint(deleteCluster)
  dissolve(@Input() { params }: InputOf<typeof deleteCluster>): Promise<void> {
    return this.board.dissolveCluster(params.workshopId, params.clusterId);
  }

  @Endpoint(harvestAnswer)
  toAnswer(
    @Input() { params, body }: InputOf<typeof harvestAnswer>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof harvestAnswer>> {
    return this.harvest.toAnswer(params.workshopId, body.itemId, body.departmentIds, actor);
  }

  @Endpoint(harvestMessage)
  toMessage(
    @Input() { params, body }: InputOf<typeof harvestMessage>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof harvestMessage>> {
    return this.harvest.toMessage(params.workshopId, body, actor);
  }

  @Endpoint(harvestNote)
  toNote(
    @Input() { params, body }: InputOf<typeof harvestNote>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof harvestNote>> {
    return this.harvest.toNote(params.workshopId, body.itemId, body.stakeholderId, actor);
  }

  @Endpoint(harvestAction)
  toAction(
    @Input() { params, body }: InputOf<typeof harvestAction>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof harvestAction>> {
    return this.harvest.toAction(params.workshopId, body, actor);
  }

  @Endpoint(listWorkshopActions)
  async actions(
    @Input() { query }: InputOf<typeof listWorkshopActions>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof listWorkshopActions>> {
    return { items: await this.harvest.openActions(query.mine === 'true' ? actor.personId : null) };
  }

  @Endpoint(changeWorkshopAction)
  changeAction(
    @Input() { params, body }: InputOf<typeof changeWorkshopAction>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof changeWorkshopAction>> {
    return this.harvest.changeAction(params.actionId, body, actor);
  }

  @Endpoint(downloadWorkshopReport)
  async report(
    @Input() { params, query }: InputOf<typeof downloadWorkshopReport>,
    @Res() response: Response,
  ): Promise<void> {
    const { manager } = this.dataSource;
    const { workshopId } = params;
    const { format, language } = query;
    const workshop = await this.reader.read(workshopId);
    const report = layOutWorkshop(
      workshop,
      await readItems(manager, workshopId),
      await readClusters(manager, workshopId),
      language,
    );
    const file = format === 'pdf' ? await reportPdf(report, language) : await reportDocx(report, language);
    response.setHeader('content-disposition', `attachment; filename="workshop-${workshopId}.${format}"`);
    response.type(format).send(file);
  }

  /** Phones reach the console by its public address, also where the facilitator uses another one. */
  private withAddress(path: string | null): ResponseOf<typeof readJoinLink> {
    const { publicUrl } = this.config;
    const address = path === null || publicUrl === undefined ? null : new URL(path, publicUrl).toString();
    return { path, address };
  }
}
