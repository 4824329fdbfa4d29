import { Controller } from '@nestjs/common';
import {
  changeScenario,
  createScenario,
  listScenarios,
  readDrillScenario,
  removeScenario,
} from '#contract/drills';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import { ScenariosService } from './scenarios.service.js';

/** For those who write scenarios. */
@Controller()
export class ScenariosController {
  constructor(private readonly scenarios: ScenariosService) {}

  @Endpoint(listScenarios)
  async list(): Promise<ResponseOf<typeof listScenarios>> {
    return { items: await this.scenarios.list() };
  }

  @Endpoint(readDrillScenario)
  read(
    @Input() { params }: InputOf<typeof readDrillScenario>,
  ): Promise<ResponseOf<typeof readDrillScenario>> {
    return this.scenarios.read(params.key);
  }

  @Endpoint(createScenario)
  create(
    @Input() { body }: InputOf<typeof createScenario>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof createScenario>> {
    return this.scenarios.create(body, actor);
  }

  @Endpoint(changeScenario)
  change(
    @Input() { params, body }: InputOf<typeof changeScenario>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof changeScenario>> {
    return this.scenarios.change(params.key, body, actor);
  }

  @Endpoint(removeScenario)
  remove(@Input() { params }: InputOf<typeof removeScenario>, @CurrentActor() actor: Actor): Promise<void> {
    return this.scenarios.remove(params.key, actor);
  }
}
