import { setTimeout as sleep } from 'node:timers/promises';
import type { DayClock } from './day-clock.js';
import type { DayNetwork, Fate } from './day-plan.js';
import type { Hook } from './network-hooks.js';

/** Seconds of the day after which what was not answered is delivered again. */
const AGAIN = 90;
/** Seconds of the day, at least and at most, by which a delivery is late. */
const LATE = [60, 900] as const;
const PATIENCE_MS = 30_000;

export interface DeliveryCount {
  /** Answered as taken. */
  taken: number;
  twice: number;
  late: number;
  lost: number;
  /** Not answered: the server was away. */
  unanswered: number;
  /** Signed by somebody else, and refused for it; or taken all the same. */
  forged: number;
  forgedTaken: number;
  /** Refused, or answered in another way that no network expects. */
  astray: number;
}

/** Brings to the server what networks tell it by themselves, over a way on which much can happen. */
export class DayDeliveries {
  readonly counts = new Map<DayNetwork, DeliveryCount>();
  private readonly sources = new Map<DayNetwork, string>();
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly clock: DayClock,
    private readonly serverUrl: () => string,
  ) {}

  /** The address of a network's deliveries is that of the source which reads it. */
  address(network: DayNetwork, sourceId: string): void {
    this.sources.set(network, sourceId);
  }

  send(hook: Hook, body: object, number: number, fate: Fate): void {
    const count = this.countOf(hook.network);
    if (fate === 'lost' || fate === 'late' || fate === 'twice') count[fate] += 1;
    const [least, most] = LATE;
    const late = fate === 'late' ? least + ((number * 7919) % (most - least)) : 0;
    if (fate === 'lost' && !hook.insists) return;
    this.keep(this.deliver(hook, body, { after: fate === 'lost' ? AGAIN : late, twice: fate === 'twice' }));
  }

  /** Somebody who does not know the secret tells something, until they are answered. */
  forge(hook: Hook, body: object): void {
    this.keep(this.deliverForged(hook, body));
  }

  /** Asks what the network asks before it delivers. Throws when the answer is not what it wants. */
  async introduce(hook: Hook): Promise<void> {
    const { query, expected } = hook.introduction();
    if (query === null) return;
    const answer = await fetch(`${this.urlOf(hook)}?${new URLSearchParams(query).toString()}`);
    const text = await answer.text();
    if (answer.status !== 200 || text !== expected) {
      throw new Error(`${hook.network} does not deliver: it was answered ${answer.status} ${text}`);
    }
  }

  /** Until nothing is under way any more. */
  async settled(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }

  private async deliver(hook: Hook, body: object, way: { after: number; twice: boolean }): Promise<void> {
    const count = this.countOf(hook.network);
    await this.passed(way.after);
    for (;;) {
      const answers = await Promise.all(
        (way.twice ? [1, 2] : [1]).map(() => this.post(hook, body, hook.secret)),
      );
      for (const status of answers) {
        if (status === 200) count.taken += 1;
        else if (status === null || status >= 500) count.unanswered += 1;
        else count.astray += 1;
      }
      if (answers.some((status) => status !== null && status < 500) || !hook.insists) return;
      await this.passed(AGAIN);
    }
  }

  private async deliverForged(hook: Hook, body: object): Promise<void> {
    const count = this.countOf(hook.network);
    let status = await this.post(hook, body, `not ${hook.secret}`);
    while (status === null || status >= 500) {
      await this.passed(AGAIN);
      status = await this.post(hook, body, `not ${hook.secret}`);
    }
    if (status === 401) count.forged += 1;
    else count.forgedTaken += 1;
  }

  /** Null where no answer came. */
  private async post(hook: Hook, body: object, secret: string): Promise<number | null> {
    const text = JSON.stringify(body);
    try {
      const answer = await fetch(this.urlOf(hook), {
        method: 'POST',
        body: text,
        headers: { 'content-type': 'application/json', ...hook.sign(text, secret) },
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      return null;
    }
  }

  private urlOf({ network, path }: Hook): string {
    return `${this.serverUrl()}/api/hooks/${path}${this.sources.get(network) ?? ''}`;
  }

  private passed(seconds: number): Promise<void> {
    return sleep((seconds / this.clock.speed) * 1000);
  }

  private keep(work: Promise<void>): void {
    this.underWay.add(work);
    void work.finally(() => this.underWay.delete(work));
  }

  private countOf(network: DayNetwork): DeliveryCount {
    const known = this.counts.get(network);
    if (known) return known;
    const count = {
      taken: 0,
      twice: 0,
      late: 0,
      lost: 0,
      unanswered: 0,
      forged: 0,
      forgedTaken: 0,
      astray: 0,
    };
    this.counts.set(network, count);
    return count;
  }
}
