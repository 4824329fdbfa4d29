import { Module } from '@nestjs/common';
import { LiveModule } from '#platform/live';
import { SystemController } from './system.controller.js';
import { SystemService } from './system.service.js';

@Module({ imports: [LiveModule], controllers: [SystemController], providers: [SystemService] })
export class SystemHttpModule {}
