import { Injectable } from '@nestjs/common';
import type { WorkerPart } from '#platform/jobs';
import { CLOSE_CAUSED } from './ask-closing.js';
import { CloseCaused } from './close-caused.job.js';
import { DrillPlayer } from './drill-player.js';

/** A second of a drill at 60 times the speed is a minute of its scenario. */
const PLAY_EVERY_MS = 500;

/** Any number of workers play the drill together. */
@Injectable()
export class DrillsWorker {
  constructor(
    private readonly player: DrillPlayer,
    private readonly closeCaused: CloseCaused,
  ) {}

  part(): WorkerPart {
    return {
      handlers: { [CLOSE_CAUSED]: ({ id }) => this.closeCaused.run(id) },
      due: { [CLOSE_CAUSED]: () => this.closeCaused.due() },
      ticks: [{ name: 'drill', everyMs: PLAY_EVERY_MS, run: async () => void (await this.player.tick()) }],
    };
  }
}
