import { Module } from '@nestjs/common';
import { FundamentalsController } from './fundamentals.controller.js';
import { FundamentalsService } from './fundamentals.service.js';
import { TeamService } from './team.service.js';

@Module({ controllers: [FundamentalsController], providers: [FundamentalsService, TeamService] })
export class FundamentalsHttpModule {}
