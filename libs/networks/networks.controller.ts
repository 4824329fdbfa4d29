import { Controller } from '@nestjs/common';
import {
  askTrainingFault,
  cancelBackfill,
  changeSource,
  controlScenario,
  createSource,
  createTrainingPost,
  listNetworks,
  listSources,
  listTrainingFaults,
  listTrainingPosts,
  pullSource,
  readFollowing,
  readScenario,
  readTrainingThread,
  removeSource,
  startBackfill,
  subscribeSource,
  trySource,
} from '#contract/networks';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import { BackfillsService } from './backfills.service.js';
import { ConnectorRegistry } from './connector-registry.js';
import { FollowingService } from './following/following.service.js';
import { SourceService } from './source.service.js';
import { ScenarioService } from './training/scenario.service.js';
import { TrainingFaults } from './training/training-faults.service.js';
import { TrainingNetwork } from './training/training-network.js';

@Controller()
export class SourceController {
  constructor(
    private readonly sources: SourceService,
    private readonly backfills: BackfillsService,
    private readonly followed: FollowingService,
    private readonly connectors: ConnectorRegistry,
  ) {}

  @Endpoint(listNetworks)
  networks(): ResponseOf<typeof listNetworks> {
    return { items: this.connectors.capabilities() };
  }

  @Endpoint(listSources)
  async list(): Promise<ResponseOf<typeof listSources>> {
    return { items: await this.sources.list() };
  }

  @Endpoint(trySource)
  try(@Input() { body }: InputOf<typeof trySource>): Promise<ResponseOf<typeof trySource>> {
    return this.sources.try(body);
  }

  @Endpoint(createSource)
  create(
    @Input() { body }: InputOf<typeof createSource>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof createSource>> {
    return this.sources.create(actor, body);
  }

  @Endpoint(changeSource)
  change(
    @Input() { params, body }: InputOf<typeof changeSource>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof changeSource>> {
    return this.sources.change(actor, params.sourceId, body);
  }

  @Endpoint(pullSource)
  pull(
    @Input() { params }: InputOf<typeof pullSource>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof pullSource>> {
    return this.sources.pullNow(actor, params.sourceId);
  }

  @Endpoint(subscribeSource)
  subscribe(
    @Input() { params }: InputOf<typeof subscribeSource>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof subscribeSource>> {
    return this.sources.subscribe(actor, params.sourceId);
  }

  @Endpoint(removeSource)
  remove(
    @Input() { params, query }: InputOf<typeof removeSource>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof removeSource>> {
    return this.sources.remove(actor, params.sourceId, query.mentions);
  }

  @Endpoint(readFollowing)
  following(@Input() { params }: InputOf<typeof readFollowing>): Promise<ResponseOf<typeof readFollowing>> {
    return this.followed.read(params.sourceId);
  }

  @Endpoint(startBackfill)
  startBackfill(
    @Input() { params, body }: InputOf<typeof startBackfill>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof startBackfill>> {
    return this.backfills.start(actor, params.sourceId, new Date(body.from));
  }

  @Endpoint(cancelBackfill)
  cancelBackfill(
    @Input() { params }: InputOf<typeof cancelBackfill>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof cancelBackfill>> {
    return this.backfills.cancel(actor, params.sourceId);
  }
}

@Controller()
export class TrainingController {
  constructor(
    private readonly network: TrainingNetwork,
    private readonly scenarios: ScenarioService,
    private readonly trainingFaults: TrainingFaults,
  ) {}

  @Endpoint(listTrainingFaults)
  async faults(): Promise<ResponseOf<typeof listTrainingFaults>> {
    return { items: await this.trainingFaults.waiting() };
  }

  @Endpoint(askTrainingFault)
  async askFault(
    @Input() { body }: InputOf<typeof askTrainingFault>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof askTrainingFault>> {
    return { items: await this.trainingFaults.ask(body.fault, actor) };
  }

  @Endpoint(listTrainingPosts)
  posts(
    @Input() { query }: InputOf<typeof listTrainingPosts>,
  ): Promise<ResponseOf<typeof listTrainingPosts>> {
    return this.network.threads(query.cursor, query.limit);
  }

  @Endpoint(readTrainingThread)
  thread(
    @Input() { params }: InputOf<typeof readTrainingThread>,
  ): Promise<ResponseOf<typeof readTrainingThread>> {
    return this.network.threadOf(params.postId);
  }

  @Endpoint(createTrainingPost)
  post(
    @Input() { body }: InputOf<typeof createTrainingPost>,
  ): Promise<ResponseOf<typeof createTrainingPost>> {
    return this.network.post({ ...body, inReplyToId: body.inReplyToId ?? null });
  }

  @Endpoint(readScenario)
  async scenario(): Promise<ResponseOf<typeof readScenario>> {
    return { scenario: await this.scenarios.read() };
  }

  @Endpoint(controlScenario)
  async control(
    @Input() { body }: InputOf<typeof controlScenario>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof controlScenario>> {
    return { scenario: await this.scenarios.control(actor, body.action, body.speed) };
  }
}
