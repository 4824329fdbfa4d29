import { Injectable, Module } from '@nestjs/common';
import type { WorkerPart } from '#platform/jobs';

@Injectable()
export class ImportsWorker {
  part(): WorkerPart {
    return {};
  }
}

@Module({})
export class ImportsHttpModule {}

@Module({ providers: [ImportsWorker], exports: [ImportsWorker] })
export class ImportsWorkerModule {}
