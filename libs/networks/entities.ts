import { FeedHost } from './feed/feed-host.entity.js';
import { SourceRulesLeft } from './following/source-rules-left.entity.js';
import { SourceFollowing } from './following/source-following.entity.js';
import { HookDelivery } from './hook/hook-delivery.entity.js';
import { NetworkQuotaDay } from './quota/network-quota-day.entity.js';
import { SourceStream } from './live/source-stream.entity.js';
import { Scenario } from './scenario.entity.js';
import { ScenarioRun } from './scenario-run.entity.js';
import { Source } from './source.entity.js';
import { SourceBackfill } from './source-backfill.entity.js';
import { TrainingFaultRow } from './training-fault.entity.js';
import { TrainingPost } from './training-post.entity.js';

export const NETWORKS_ENTITIES = [
  FeedHost,
  HookDelivery,
  NetworkQuotaDay,
  Scenario,
  ScenarioRun,
  Source,
  SourceBackfill,
  SourceFollowing,
  SourceRulesLeft,
  SourceStream,
  TrainingFaultRow,
  TrainingPost,
];
