import { Module } from '@nestjs/common';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';
import { ImportsWorker } from './imports-worker.js';
import { ReceiveUpload } from './receive-upload.js';

@Module({ controllers: [ImportsController], providers: [ImportsService, ReceiveUpload] })
export class ImportsHttpModule {}

/** For the worker: brings uploaded files in. */
@Module({ providers: [ImportsWorker], exports: [ImportsWorker] })
export class ImportsWorkerModule {}
