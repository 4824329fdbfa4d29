import { Controller } from '@nestjs/common';
import {
  addStakeholderNote,
  archiveStakeholder,
  changeStakeholder,
  correctStakeholderNote,
  createStakeholder,
  listIncidentStakeholders,
  listMoves,
  listStakeholderNotes,
  listStakeholders,
  listTold,
  moveStakeholder,
  noteTold,
  readStakeholder,
  readVoice,
} from '#contract/stakeholders';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import { StakeholderNotesService } from './notes.service.js';
import { StakeholdersService } from './stakeholders.service.js';
import { ToldService } from './told.service.js';
import { VoiceService } from './voice.service.js';

/** Stakeholders, their places on the map, what they say and what they were told. */
@Controller()
export class StakeholdersController {
  constructor(
    private readonly stakeholders: StakeholdersService,
    private readonly voice: VoiceService,
    private readonly told: ToldService,
    private readonly noted: StakeholderNotesService,
  ) {}

  @Endpoint(listStakeholders)
  list(@Input() { query }: InputOf<typeof listStakeholders>): Promise<ResponseOf<typeof listStakeholders>> {
    return this.stakeholders.list(query);
  }

  @Endpoint(createStakeholder)
  create(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof createStakeholder>,
  ): Promise<ResponseOf<typeof createStakeholder>> {
    return this.stakeholders.create(actor, body);
  }

  @Endpoint(readStakeholder)
  read(@Input() { params }: InputOf<typeof readStakeholder>): Promise<ResponseOf<typeof readStakeholder>> {
    return this.stakeholders.read(params.stakeholderId);
  }

  @Endpoint(changeStakeholder)
  change(
    @CurrentActor() actor: Actor,
    @Input() { params, body: { version, ...fields } }: InputOf<typeof changeStakeholder>,
  ): Promise<ResponseOf<typeof changeStakeholder>> {
    return this.stakeholders.change(actor, params.stakeholderId, version, fields);
  }

  @Endpoint(moveStakeholder)
  move(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof moveStakeholder>,
  ): Promise<ResponseOf<typeof moveStakeholder>> {
    return this.stakeholders.move(actor, params.stakeholderId, body);
  }

  @Endpoint(listMoves)
  moves(@Input() { params, query }: InputOf<typeof listMoves>): Promise<ResponseOf<typeof listMoves>> {
    return this.stakeholders.moves(params.stakeholderId, query);
  }

  @Endpoint(archiveStakeholder)
  archive(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof archiveStakeholder>,
  ): Promise<ResponseOf<typeof archiveStakeholder>> {
    return this.stakeholders.archive(actor, params.stakeholderId, body);
  }

  @Endpoint(readVoice)
  said(@Input() { params, query }: InputOf<typeof readVoice>): Promise<ResponseOf<typeof readVoice>> {
    return this.voice.read(params.stakeholderId, query.weeks);
  }

  @Endpoint(listTold)
  listTold(@Input() { params, query }: InputOf<typeof listTold>): Promise<ResponseOf<typeof listTold>> {
    return this.told.list(params.stakeholderId, query);
  }

  @Endpoint(listStakeholderNotes)
  notes(
    @Input() { params, query }: InputOf<typeof listStakeholderNotes>,
  ): Promise<ResponseOf<typeof listStakeholderNotes>> {
    return this.noted.list(params.stakeholderId, query);
  }

  @Endpoint(addStakeholderNote)
  addNote(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof addStakeholderNote>,
  ): Promise<ResponseOf<typeof addStakeholderNote>> {
    return this.noted.add(actor, params.stakeholderId, body.text);
  }

  @Endpoint(correctStakeholderNote)
  correctNote(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof correctStakeholderNote>,
  ): Promise<void> {
    return this.noted.correct(actor, params, body);
  }

  @Endpoint(noteTold)
  noteTold(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof noteTold>,
  ): Promise<ResponseOf<typeof noteTold>> {
    return this.told.note(actor, params.stakeholderId, body);
  }

  @Endpoint(listIncidentStakeholders)
  ofIncident(
    @Input() { params }: InputOf<typeof listIncidentStakeholders>,
  ): Promise<ResponseOf<typeof listIncidentStakeholders>> {
    return this.told.ofIncident(params.incidentId);
  }
}
