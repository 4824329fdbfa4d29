import { Inject, Injectable } from '@nestjs/common';
import { JOB_QUEUE, type JobQueue, type WorkerPart } from '#platform/jobs';
import { AccessEndings } from './access-endings.js';
import { BACKFILL_SOURCE, BackfillSource } from './backfill-source.job.js';
import { ERASE_SOURCE, EraseSource } from './erase-source.job.js';
import { FOLLOW_TOPICS, FollowTopics } from './following/follow-topics.job.js';
import { TAKE_RULES_AWAY, TakeRulesAway } from './following/take-rules-away.job.js';
import { StreamSources } from './live/stream-sources.js';
import { LOOK_FOR_GONE, LookForGone } from './look-for-gone.job.js';
import { PULL_SOURCE, PullSource } from './pull-source.job.js';
import { ScenarioPlayer } from './training/scenario-player.js';

/** How often due sources are looked for: what a person sees as "at once". */
const LOOK_EVERY_MS = 1000;
/** An access ends on a day, which nobody has to know by the minute. */
const ENDINGS_EVERY_MS = 600_000;

/** Reading and hearing sources, and playing scenarios on the training network. */
@Injectable()
export class NetworksWorker {
  constructor(
    private readonly pull: PullSource,
    private readonly backfill: BackfillSource,
    private readonly erase: EraseSource,
    private readonly following: FollowTopics,
    private readonly rulesLeft: TakeRulesAway,
    private readonly gone: LookForGone,
    private readonly streams: StreamSources,
    private readonly endings: AccessEndings,
    private readonly player: ScenarioPlayer,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
  ) {}

  part(): WorkerPart {
    return {
      handlers: {
        [PULL_SOURCE]: ({ id, signal }) => this.pull.run(id, signal),
        [BACKFILL_SOURCE]: ({ id, signal }) => this.backfill.run(id, signal),
        [ERASE_SOURCE]: ({ id, signal }) => this.erase.run(id, signal),
        [FOLLOW_TOPICS]: ({ id, signal }) => this.following.run(id, signal),
        [TAKE_RULES_AWAY]: ({ id, signal }) => this.rulesLeft.run(id, signal),
        [LOOK_FOR_GONE]: ({ id, signal }) => this.gone.run(id, signal),
      },
      due: {
        [PULL_SOURCE]: () => this.pull.due(),
        [BACKFILL_SOURCE]: () => this.backfill.due(),
        [ERASE_SOURCE]: () => this.erase.due(),
        [FOLLOW_TOPICS]: () => this.following.due(),
        [TAKE_RULES_AWAY]: () => this.rulesLeft.due(),
        [LOOK_FOR_GONE]: () => this.gone.due(),
      },
      ticks: [
        { name: 'due sources', everyMs: LOOK_EVERY_MS, run: () => this.enqueueDue() },
        { name: 'access that ends', everyMs: ENDINGS_EVERY_MS, run: () => this.endings.tell() },
        { name: 'scenario', everyMs: 500, run: async () => void (await this.player.tick()) },
      ],
      loops: [{ name: 'live connections', run: (signal) => this.streams.run(signal) }],
    };
  }

  private async enqueueDue(): Promise<void> {
    for (const [kind, part] of [
      [PULL_SOURCE, this.pull],
      [BACKFILL_SOURCE, this.backfill],
      [FOLLOW_TOPICS, this.following],
      [TAKE_RULES_AWAY, this.rulesLeft],
    ] as const) {
      for (const id of await part.due()) await this.jobs.enqueue({ kind, id, ifAbsent: true });
    }
  }
}
