import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  daysOf,
  readBreakdown,
  readStakeholderFigures,
  readTopAuthors,
  readTopContent,
  type ResponseMeasure,
  together,
} from '#figures';
import type { ResponseOf } from '#platform/contract';
import type { Actor } from '#platform/http';
import { salienceClass } from '#rules/stakeholders';
import type {
  DashboardMail,
  lookAtDashboard,
  readDashboardMail,
  readDashboardStakeholders,
  readDashboardTopics,
  readDashboardVoices,
  readDashboardWork,
  ScopeQuery,
  DashboardView,
} from './contract.js';
import { pageOfApprovals, pageOfReach, pageOfResponses } from './counted-lists.js';
import { viewDashboard, viewTopics } from './dashboard-view.js';
import { readDepartmentWork } from './department-work.js';
import { noteLook } from './looks.js';
import { changeMailWishes, readMailWishes } from './mail-wishes.js';
import { rangeView, scopeOf } from './scope.js';

const MOST_AUTHORS = 12;
const MOST_CONTENT = 8;
const MOST_STAKEHOLDERS = 30;
type Paged = ScopeQuery & { cursor?: string | undefined; limit: number };

/** What executives see. Reads only, and from counters. */
@Injectable()
export class DashboardService {
  constructor(private readonly dataSource: DataSource) {}

  async figures(query: ScopeQuery): Promise<DashboardView> {
    const now = new Date();
    return viewDashboard(this.manager, await this.scope(query, now), now);
  }

  async topics(query: ScopeQuery & { limit: number }): Promise<ResponseOf<typeof readDashboardTopics>> {
    return viewTopics(this.manager, await this.scope(query), query.limit);
  }

  async voices(query: ScopeQuery): Promise<ResponseOf<typeof readDashboardVoices>> {
    const scope = await this.scope(query);
    const [breakdown, authors, content] = await together(this.manager, [
      () => readBreakdown(this.manager, scope),
      () => readTopAuthors(this.manager, scope, MOST_AUTHORS),
      () => readTopContent(this.manager, scope, MOST_CONTENT),
    ]);
    return {
      range: rangeView(scope),
      breakdown,
      authors,
      authorDays: rangeView(daysOf(scope)),
      content: content.map(({ publishedAt, level, ...line }) => ({
        ...line,
        level: level as 0 | 1 | 2 | 3 | 4,
        publishedAt: publishedAt.toISOString(),
      })),
    };
  }

  async stakeholders(query: ScopeQuery): Promise<ResponseOf<typeof readDashboardStakeholders>> {
    const scope = await this.scope(query);
    const { spoke, stakeholders } = await readStakeholderFigures(this.manager, scope, MOST_STAKEHOLDERS);
    return {
      days: rangeView(daysOf(scope)),
      spoke,
      items: stakeholders.map(({ hasPower, hasLegitimacy, hasUrgency, ...line }) => ({
        ...line,
        salience: salienceClass({ power: hasPower, legitimacy: hasLegitimacy, urgency: hasUrgency }),
      })),
    };
  }

  async work(query: ScopeQuery): Promise<ResponseOf<typeof readDashboardWork>> {
    const scope = await this.scope(query);
    return { range: rangeView(scope), departments: await readDepartmentWork(this.manager, scope) };
  }

  async look(actor: Actor, query: ScopeQuery): Promise<ResponseOf<typeof lookAtDashboard>> {
    const now = new Date();
    const range = query.from === undefined ? query.span : `${query.from} ${query.to ?? ''}`;
    const scope = await this.scope(query, now);
    return { earlier: await noteLook(this.manager, actor.personId, scope, range, now) };
  }

  async responses(query: Paged & { measure: ResponseMeasure }) {
    return pageOfResponses(this.manager, await this.scope(query), query.measure, query);
  }

  async approvals(query: Paged & { departmentId?: string | undefined }) {
    return pageOfApprovals(this.manager, await this.scope(query), query.departmentId, query);
  }

  async reach(query: Paged) {
    return pageOfReach(this.manager, await this.scope(query), query);
  }

  mail(actor: Actor): Promise<ResponseOf<typeof readDashboardMail>> {
    return readMailWishes(this.manager, actor.personId);
  }

  async changeMail(actor: Actor, wishes: DashboardMail): Promise<ResponseOf<typeof readDashboardMail>> {
    await changeMailWishes(this.manager, actor.personId, wishes, new Date());
    return this.mail(actor);
  }

  private get manager() {
    return this.dataSource.manager;
  }

  private scope(query: ScopeQuery, now = new Date()) {
    return scopeOf(this.manager, query, now);
  }
}
