import { Injectable } from '@nestjs/common';
import type { WorkerPart } from '#platform/jobs';
import { DrillPlayer } from './drill-player.js';

/** A second of a drill at 60 times the speed is a minute of its scenario. */
const PLAY_EVERY_MS = 500;

/** Any number of workers play the drill together. */
@Injectable()
export class DrillsWorker {
  constructor(private readonly player: DrillPlayer) {}

  part(): WorkerPart {
    return {
      ticks: [{ name: 'drill', everyMs: PLAY_EVERY_MS, run: async () => void (await this.player.tick()) }],
    };
  }
}
