import { Controller } from '@nestjs/common';
import {
  addTimelineNote,
  changeLevelSettings,
  listTopicLevels,
  previewLevelSettings,
  readLevelSettings,
  readTimeline,
  readTopicLevel,
  releaseTopicLevel,
  setTopicLevel,
} from '#contract/levels';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import { LevelsService } from './levels.service.js';

@Controller()
export class LevelsController {
  constructor(private readonly levels: LevelsService) {}

  @Endpoint(listTopicLevels)
  async list(
    @Input() { query }: InputOf<typeof listTopicLevels>,
  ): Promise<ResponseOf<typeof listTopicLevels>> {
    return { items: await this.levels.list(query.realm) };
  }

  @Endpoint(readTopicLevel)
  read(
    @Input() { params, query }: InputOf<typeof readTopicLevel>,
  ): Promise<ResponseOf<typeof readTopicLevel>> {
    return this.levels.detail(params.topicId, query.realm, query.at);
  }

  @Endpoint(readTimeline)
  timeline(
    @Input() { params, query }: InputOf<typeof readTimeline>,
  ): Promise<ResponseOf<typeof readTimeline>> {
    return this.levels.timeline(params.topicId, query);
  }

  @Endpoint(setTopicLevel)
  set(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof setTopicLevel>,
  ): Promise<ResponseOf<typeof setTopicLevel>> {
    return this.levels.set(actor, params.topicId, body);
  }

  @Endpoint(releaseTopicLevel)
  release(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof releaseTopicLevel>,
  ): Promise<ResponseOf<typeof releaseTopicLevel>> {
    return this.levels.release(actor, params.topicId, query.realm);
  }

  @Endpoint(addTimelineNote)
  note(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof addTimelineNote>,
  ): Promise<ResponseOf<typeof addTimelineNote>> {
    return this.levels.note(actor, params.topicId, body);
  }

  @Endpoint(readLevelSettings)
  settings(): Promise<ResponseOf<typeof readLevelSettings>> {
    return this.levels.settings();
  }

  @Endpoint(changeLevelSettings)
  change(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof changeLevelSettings>,
  ): Promise<ResponseOf<typeof changeLevelSettings>> {
    return this.levels.changeSettings(actor, body);
  }

  @Endpoint(previewLevelSettings)
  preview(
    @Input() { params, body }: InputOf<typeof previewLevelSettings>,
  ): Promise<ResponseOf<typeof previewLevelSettings>> {
    return this.levels.preview(params.topicId, body);
  }
}
