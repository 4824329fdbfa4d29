import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** Workers as they run in production, each a process of its own. */
export class DayWorkers {
  killed = 0;
  private readonly processes: ChildProcess[] = [];

  constructor(private readonly environment: Record<string, string>) {}

  add(): void {
    this.processes.push(
      spawn(process.execPath, ['--enable-source-maps', 'dist/apps/worker/src/main.js'], {
        stdio: ['ignore', 'ignore', process.env['DAY_LOG'] ? 'inherit' : 'ignore'],
        env: { ...process.env, ...this.environment, PORT: '0', HOST: '127.0.0.1', REDIS_URL: '' },
      }),
    );
  }

  /** Ends the oldest without a word, as a power cut does, and starts another. */
  async replaceOne(): Promise<void> {
    const oldest = this.processes.shift();
    this.add();
    this.killed += 1;
    await end(oldest, 'SIGKILL');
  }

  async stop(): Promise<void> {
    await Promise.all(this.processes.splice(0).map((one) => end(one, 'SIGKILL')));
  }
}

async function end(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}
