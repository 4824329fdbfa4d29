import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type OpenIncident, openIncidents } from '#crisis';
import { type FigureScope, rangeOf, readBreakdown } from '#figures';
import type { InputOf, ResponseOf } from '#platform/contract';
import { inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import type { createDisplay, Display, readWall } from './contract.js';
import { viewDashboard, viewTopics } from './dashboard-view.js';
import { makeDisplay, openDisplay, readDisplays, shutDisplay } from './displays.js';
import { topicName } from './scope.js';

const MOST_TOPICS = 8;
/** More than these cannot be read at once. */
const MOST_INCIDENTS = 4;

/** Wall screens: who may show what, and what they show. */
@Injectable()
export class DisplaysService {
  constructor(private readonly dataSource: DataSource) {}

  list(): Promise<Display[]> {
    return readDisplays(this.dataSource.manager);
  }

  create(
    actor: Actor,
    body: InputOf<typeof createDisplay>['body'],
  ): Promise<ResponseOf<typeof createDisplay>> {
    return inTransaction(this.dataSource, ({ manager }) => makeDisplay(manager, actor, body));
  }

  revoke(actor: Actor, id: string): Promise<Display> {
    return inTransaction(this.dataSource, ({ manager }) => shutDisplay(manager, actor, id));
  }

  /** The scope is that of the display, whatever the screen asks. */
  async wall(token: string): Promise<ResponseOf<typeof readWall>> {
    const { manager } = this.dataSource;
    const display = await openDisplay(manager, token);
    const now = new Date();
    const scope: FigureScope = {
      realm: display.realm,
      topicId: display.topicId,
      networks: [],
      languages: [],
      ...rangeOf('24h', now),
    };
    const [workspace]: { name: string }[] = await manager.query('select name from workspace where id = 1');
    const [dashboard, topics, breakdown, incidents, topic] = await Promise.all([
      viewDashboard(manager, scope, now),
      viewTopics(manager, scope, MOST_TOPICS),
      readBreakdown(manager, scope),
      openIncidents(manager, { realm: display.realm, topicId: display.topicId ?? undefined, now }),
      display.topicId === null ? null : topicName(manager, display.topicId),
    ]);
    const { name, realm, locale } = display;
    return {
      workspace: workspace?.name ?? 'Passerelle',
      name,
      realm,
      locale,
      topic,
      dashboard,
      topics,
      breakdown,
      incidents: { open: incidents.length, items: incidents.slice(0, MOST_INCIDENTS).map(wallIncident) },
    };
  }
}

type WallIncident = ResponseOf<typeof readWall>['incidents']['items'][number];

function wallIncident({ topic, lead, nextReportAt, waitsFor, ...incident }: OpenIncident): WallIncident {
  const { id, title, state, level } = incident;
  return {
    ...{ id, title, state, level },
    topic: topic.name,
    lead: lead?.name ?? null,
    nextReportAt: nextReportAt?.toISOString() ?? null,
    waitsFor: waitsFor.map((waiting) => ({
      ...waiting,
      dueAt: waiting.dueAt === null ? null : new Date(waiting.dueAt).toISOString(),
    })),
  };
}
