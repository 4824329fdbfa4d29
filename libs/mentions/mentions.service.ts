import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type {
  countMentions,
  listMentions,
  MentionDetail,
  MentionFilter,
  Presence,
  SavedView,
  saveView,
} from '#contract/mentions';
import type { InputOf, ResponseOf } from '#platform/contract';
import { inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { countStates } from './mention-counts.js';
import { readDetail } from './mention-detail.js';
import { listPage, type ListRequest } from './mention-list.js';
import { announce } from './presence.js';
import { keepView, readViews, removeOwnView } from './saved-views.js';

/** The inbox: its pages, a mention and who is at it, and the views that people keep of it. */
@Injectable()
export class MentionsService {
  constructor(private readonly dataSource: DataSource) {}

  list(actor: Actor, request: ListRequest): Promise<ResponseOf<typeof listMentions>> {
    return listPage(this.dataSource.manager, actor.personId, request);
  }

  count(actor: Actor, filter: MentionFilter): Promise<ResponseOf<typeof countMentions>> {
    return countStates(this.dataSource.manager, actor.personId, filter);
  }

  read(mentionId: string): Promise<MentionDetail> {
    return readDetail(this.dataSource.manager, mentionId);
  }

  announce(actor: Actor, mentionId: string, activity: Presence['activity'] | 'left'): Promise<Presence[]> {
    return inTransaction(this.dataSource, ({ manager }) =>
      announce(manager, actor.personId, mentionId, activity),
    );
  }

  views(actor: Actor): Promise<SavedView[]> {
    return readViews(this.dataSource.manager, actor.personId);
  }

  saveView(actor: Actor, view: InputOf<typeof saveView>['body']): Promise<SavedView> {
    return keepView(this.dataSource.manager, actor.personId, view);
  }

  removeView(actor: Actor, viewId: string): Promise<void> {
    return removeOwnView(this.dataSource.manager, actor.personId, viewId);
  }
}
