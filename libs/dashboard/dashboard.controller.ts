import { Controller } from '@nestjs/common';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import {
  changeDashboardMail,
  listApprovals,
  listReach,
  listResponses,
  lookAtDashboard,
  readDashboard,
  readDashboardMail,
  readDashboardStakeholders,
  readDashboardTopics,
  readDashboardVoices,
  readDashboardWork,
} from './contract.js';
import { DashboardService } from './dashboard.service.js';

@Controller()
export class DashboardController {
  constructor(private readonly dashboard: DashboardService) {}

  @Endpoint(readDashboard)
  figures(@Input() { query }: InputOf<typeof readDashboard>): Promise<ResponseOf<typeof readDashboard>> {
    return this.dashboard.figures(query);
  }

  @Endpoint(readDashboardTopics)
  topics(
    @Input() { query }: InputOf<typeof readDashboardTopics>,
  ): Promise<ResponseOf<typeof readDashboardTopics>> {
    return this.dashboard.topics(query);
  }

  @Endpoint(readDashboardVoices)
  voices(
    @Input() { query }: InputOf<typeof readDashboardVoices>,
  ): Promise<ResponseOf<typeof readDashboardVoices>> {
    return this.dashboard.voices(query);
  }

  @Endpoint(readDashboardStakeholders)
  stakeholders(
    @Input() { query }: InputOf<typeof readDashboardStakeholders>,
  ): Promise<ResponseOf<typeof readDashboardStakeholders>> {
    return this.dashboard.stakeholders(query);
  }

  @Endpoint(readDashboardWork)
  work(@Input() { query }: InputOf<typeof readDashboardWork>): Promise<ResponseOf<typeof readDashboardWork>> {
    return this.dashboard.work(query);
  }

  @Endpoint(listResponses)
  responses(@Input() { query }: InputOf<typeof listResponses>): Promise<ResponseOf<typeof listResponses>> {
    return this.dashboard.responses(query);
  }

  @Endpoint(listApprovals)
  approvals(@Input() { query }: InputOf<typeof listApprovals>): Promise<ResponseOf<typeof listApprovals>> {
    return this.dashboard.approvals(query);
  }

  @Endpoint(listReach)
  reach(@Input() { query }: InputOf<typeof listReach>): Promise<ResponseOf<typeof listReach>> {
    return this.dashboard.reach(query);
  }

  @Endpoint(lookAtDashboard)
  look(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof lookAtDashboard>,
  ): Promise<ResponseOf<typeof lookAtDashboard>> {
    return this.dashboard.look(actor, body);
  }

  @Endpoint(readDashboardMail)
  mail(@CurrentActor() actor: Actor): Promise<ResponseOf<typeof readDashboardMail>> {
    return this.dashboard.mail(actor);
  }

  @Endpoint(changeDashboardMail)
  changeMail(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof changeDashboardMail>,
  ): Promise<ResponseOf<typeof changeDashboardMail>> {
    return this.dashboard.changeMail(actor, body);
  }
}
