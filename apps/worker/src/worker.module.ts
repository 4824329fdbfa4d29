import { type DynamicModule, Module } from '@nestjs/common';
import { AnswersWorkerModule } from '#answers';
import { ImportsWorkerModule } from '#imports';
import { MentionsWorkerModule } from '#mentions';
import { NetworksWorkerModule } from '#networks';
import { RepliesWorkerModule } from '#replies';
import { TopicsWorkerModule } from '#topics';
import { WorkerLoops } from './worker-loops.js';
