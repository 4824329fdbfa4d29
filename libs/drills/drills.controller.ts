import { Controller, Res } from '@nestjs/common';
import type { Response } from 'express';
import {
  closeCaused,
  downloadDebriefing,
  injectNow,
  listDrills,
  moveDrillOn,
  noteInDrill,
  prepareDrill,
  readCaused,
  readDrill,
  scoreDrill,
  writeLessons,
} from '#contract/drills';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import { ConductService } from './conduct.service.js';
import { DebriefFileService } from './debrief-file.service.js';
import { DebriefService } from './debrief.service.js';
import { DrillReader } from './reader.service.js';

/** For those who prepare, run and judge drills, and for those who read what came of them. */
@Controller()
export class DrillsController {
  constructor(
    private readonly reader: DrillReader,
    private readonly conduct: ConductService,
    private readonly debrief: DebriefService,
    private readonly debriefFile: DebriefFileService,
  ) {}

  @Endpoint(listDrills)
  list(@Input() { query }: InputOf<typeof listDrills>): Promise<ResponseOf<typeof listDrills>> {
    return this.reader.list(query);
  }

  @Endpoint(prepareDrill)
  async prepare(
    @Input() { body }: InputOf<typeof prepareDrill>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof prepareDrill>> {
    return this.reader.read(await this.conduct.prepare(body, actor), true);
  }

  @Endpoint(readDrill)
  read(
    @Input() { params }: InputOf<typeof readDrill>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof readDrill>> {
    return this.reader.read(params.drillId, actor.permissions.includes('drills.run'));
  }

  @Endpoint(moveDrillOn)
  async move(
    @Input() { params, body }: InputOf<typeof moveDrillOn>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof moveDrillOn>> {
    return { state: await this.conduct.move(params.drillId, body, actor) };
  }

  @Endpoint(readCaused)
  async caused(@Input() { params }: InputOf<typeof readCaused>): Promise<ResponseOf<typeof readCaused>> {
    return { items: await this.conduct.caused(params.drillId) };
  }

  @Endpoint(closeCaused)
  close(@Input() { params }: InputOf<typeof closeCaused>, @CurrentActor() actor: Actor): Promise<void> {
    return this.conduct.closeCaused(params.drillId, actor);
  }

  @Endpoint(injectNow)
  inject(@Input() { params }: InputOf<typeof injectNow>, @CurrentActor() actor: Actor): Promise<void> {
    return this.conduct.injectNow(params.drillId, params.key, actor);
  }

  @Endpoint(noteInDrill)
  note(@Input() { params, body }: InputOf<typeof noteInDrill>, @CurrentActor() actor: Actor): Promise<void> {
    return this.conduct.note(params.drillId, body.text, actor);
  }

  @Endpoint(downloadDebriefing)
  async file(
    @Input() { params, query }: InputOf<typeof downloadDebriefing>,
    @Res() response: Response,
  ): Promise<void> {
    const { name, content } = await this.debriefFile.write(params.drillId, query);
    response.setHeader('cache-control', 'private, no-store');
    response.setHeader('content-disposition', `attachment; filename="${name}"`);
    response.type(query.format).send(content);
  }

  @Endpoint(scoreDrill)
  score(@Input() { params, body }: InputOf<typeof scoreDrill>, @CurrentActor() actor: Actor): Promise<void> {
    return this.debrief.score(params.drillId, params.criterion, body, actor);
  }

  @Endpoint(writeLessons)
  lessons(
    @Input() { params, body }: InputOf<typeof writeLessons>,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.debrief.lessons(params.drillId, body, actor);
  }
}
