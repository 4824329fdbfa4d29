import { Module } from '@nestjs/common';
import { LiveController } from './live.controller.js';
import { LiveHub } from './live-hub.js';
import { SweepEvents } from './sweep-events.js';

@Module({ controllers: [LiveController], providers: [LiveHub], exports: [LiveHub] })
export class LiveModule {}

/** For the worker: keeps the event table small. */
@Module({ providers: [SweepEvents], exports: [SweepEvents] })
export class LiveWorkerModule {}
