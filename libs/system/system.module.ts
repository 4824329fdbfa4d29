import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { LiveModule } from '#platform/live';
import { SystemController } from './system.controller.js';
import { SystemService } from './system.service.js';

@Module({
  imports: [DiscoveryModule, LiveModule],
  controllers: [SystemController],
  providers: [SystemService],
})
export class SystemHttpModule {}
