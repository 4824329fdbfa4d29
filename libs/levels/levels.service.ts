import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type {
  addTimelineNote,
  changeLevelSettings,
  LevelDetail,
  LevelEvent,
  LevelPreview,
  previewLevelSettings,
  readLevelSettings,
  readTimeline,
  setTopicLevel,
  TopicLevel,
} from '#contract/levels';
import type { InputOf, Realm, ResponseOf } from '#platform/contract';
import { inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { changeSettings, viewSettings } from './change-settings.js';
import { readLevelDetail } from './level-detail.js';
import { readTopicLevels } from './level-view.js';
import { previewSettings } from './preview-settings.js';
import { addNote, releaseLevel, setLevel } from './set-level.js';
import { readEvent, timelineOf, type TimelineView } from './timeline.js';

/** Levels of topics as people see and set them. */
@Injectable()
export class LevelsService {
  constructor(private readonly dataSource: DataSource) {}

  list(realm: Realm): Promise<TopicLevel[]> {
    return readTopicLevels(this.dataSource.manager, realm, null, new Date());
  }

  detail(topicId: string, realm: Realm, at?: string): Promise<LevelDetail> {
    const { manager } = this.dataSource;
    return readLevelDetail(manager, topicId, realm, at === undefined ? null : new Date(at), new Date());
  }

  timeline(topicId: string, { realm, span }: InputOf<typeof readTimeline>['query']): Promise<TimelineView> {
    return timelineOf(this.dataSource.manager, topicId, realm, span, new Date());
  }

  async set(
    actor: Actor,
    topicId: string,
    body: InputOf<typeof setTopicLevel>['body'],
  ): Promise<LevelDetail> {
    await inTransaction(this.dataSource, ({ manager }) =>
      setLevel(manager, actor, topicId, body, new Date()),
    );
    return this.detail(topicId, body.realm);
  }

  async release(actor: Actor, topicId: string, realm: Realm): Promise<LevelDetail> {
    await inTransaction(this.dataSource, ({ manager }) =>
      releaseLevel(manager, actor, topicId, realm, new Date()),
    );
    return this.detail(topicId, realm);
  }

  note(actor: Actor, topicId: string, body: InputOf<typeof addTimelineNote>['body']): Promise<LevelEvent> {
    return inTransaction(this.dataSource, async ({ manager }) =>
      readEvent(manager, await addNote(manager, actor, topicId, body, new Date())),
    );
  }

  settings(): Promise<ResponseOf<typeof readLevelSettings>> {
    return viewSettings(this.dataSource.manager);
  }

  async changeSettings(
    actor: Actor,
    body: InputOf<typeof changeLevelSettings>['body'],
  ): Promise<ResponseOf<typeof readLevelSettings>> {
    await inTransaction(this.dataSource, ({ manager }) => changeSettings(manager, actor, body));
    return this.settings();
  }

  preview(
    topicId: string,
    { realm, settings }: InputOf<typeof previewLevelSettings>['body'],
  ): Promise<LevelPreview> {
    return previewSettings(this.dataSource.manager, topicId, realm, settings, new Date());
  }
}
