import type { DynamicModule, INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AnswersWorker } from '#answers';
import { ColleaguesWorker } from '#colleagues';
import { ContactsWorker } from '#contacts';
import { CrisisWorker } from '#crisis';
import { CrmWorker } from '#crm';
import { DashboardWorker } from '#dashboard';
import { DrillsWorker } from '#drills';
import { EscalationWorker } from '#escalation';
import { ImportsWorker } from '#imports';
import { LevelsWorker } from '#levels';
import { AuthorWeightsWorker } from '#mentions';
import { NetworksWorker } from '#networks';
import { NotificationsWorker } from '#notifications';
import type { WorkerPart } from '#platform/jobs';
import { SweepEvents } from '#platform/live';
import { RepliesWorker } from '#replies';
import { RequestsWorker } from '#requests';
import { StakeholdersWorker } from '#stakeholders';
import { TopicsWorker } from '#topics';
import { WorkerLoops } from './worker-loops.js';
import { WorkerModule } from './worker.module.js';

/** What each domain area gives the worker to do. */
const PARTS: readonly Type<{ part(): WorkerPart }>[] = [
  AnswersWorker,
  AuthorWeightsWorker,
  ContactsWorker,
  CrisisWorker,
  CrmWorker,
  DashboardWorker,
  DrillsWorker,
  EscalationWorker,
  ImportsWorker,
  LevelsWorker,
  NetworksWorker,
  NotificationsWorker,
  RepliesWorker,
  ColleaguesWorker,
  RequestsWorker,
  StakeholdersWorker,
  SweepEvents,
  TopicsWorker,
];

export interface RunningWorker {
  application: INestApplicationContext;
  close(): Promise<void>;
}

/** Starts to work; `close` lets what is under way come to its end. */
export async function startWorker(platform: DynamicModule): Promise<RunningWorker> {
  const application = await NestFactory.createApplicationContext(WorkerModule.with(platform), {
    logger: ['warn', 'error', 'fatal'],
  });
  const loops = application.get(WorkerLoops);
  await loops.start(PARTS.map((part) => application.get(part, { strict: false }).part()));
  return {
    application,
    close: async () => {
      await loops.stop();
      await application.close();
    },
  };
}
