import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** The server to which networks deliver, as it runs in production, in a process of its own. */
export class DayServer {
  killed = 0;
  private port = '0';
  private process: ChildProcess | null = null;

  constructor(private readonly environment: Record<string, string>) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Until it can be asked. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ['--enable-source-maps', 'dist/apps/api/src/main.js'], {
      stdio: ['ignore', 'pipe', process.env['DAY_LOG'] ? 'inherit' : 'ignore'],
      env: { ...process.env, ...this.environment, PORT: this.port, HOST: '127.0.0.1', REDIS_URL: '' },
    });
    this.process = child;
    const lines = createInterface({ input: child.stdout });
    for await (const line of lines) {
      const port = /on port (\d+)/.exec(line)?.[1];
      if (port === undefined) continue;
      this.port = port;
      lines.close();
      child.stdout.resume();
      return;
    }
    throw new Error('the server ended before it could be asked');
  }

  /** Ends it without a word, as a power cut does, and starts it again at its address. */
  async restart(): Promise<void> {
    await this.stop();
    this.killed += 1;
    await this.start();
  }

  async stop(): Promise<void> {
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  }
}
