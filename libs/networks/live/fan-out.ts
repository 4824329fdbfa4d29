/** Items that wait for one listener before the connection is read no further. */
const MOST = 1000;

/**
 * One connection for everybody who listens under the same key. It is opened for the first, closed behind the last, and
 * when it breaks all of them are told; whoever comes next opens a new one. The slowest listener sets the pace.
 */
export class FanOut<T> {
  private readonly connections = new Map<string, Connection<T>>();

  /** `open` comes first, once the connection stands. Throws what broke it, or why the signal was aborted. */
  async *join(
    key: string,
    open: (signal: AbortSignal) => Promise<AsyncIterable<T>>,
    signal: AbortSignal,
  ): AsyncGenerator<T | 'open'> {
    signal.throwIfAborted();
    let connection = this.connections.get(key);
    if (!connection) {
      connection = new Connection(open, (ended) => {
        if (this.connections.get(key) === ended) this.connections.delete(key);
      });
      this.connections.set(key, connection);
    }
    const listener = connection.add();
    const stop = () => listener.end(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    try {
      yield* listener.items();
    } finally {
      signal.removeEventListener('abort', stop);
      connection.remove(listener);
    }
  }
}

class Connection<T> {
  private readonly listeners = new Set<Listener<T>>();
  private readonly ending = new AbortController();
  private stands = false;

  constructor(
    open: (signal: AbortSignal) => Promise<AsyncIterable<T>>,
    private readonly onEnd: (ended: Connection<T>) => void,
  ) {
    void this.run(open);
  }

  add(): Listener<T> {
    const listener = new Listener<T>();
    this.listeners.add(listener);
    if (this.stands) void listener.give('open');
    return listener;
  }

  remove(listener: Listener<T>): void {
    listener.end(new Error('nobody listens any more'));
    this.listeners.delete(listener);
    if (this.listeners.size > 0) return;
    // At once: whoever comes now must not join a connection that is being closed.
    this.onEnd(this);
    this.ending.abort(new Error('nobody listens any more'));
  }

  private async run(open: (signal: AbortSignal) => Promise<AsyncIterable<T>>): Promise<void> {
    try {
      const items = await open(this.ending.signal);
      this.stands = true;
      await this.toAll('open');
      for await (const item of items) {
        if (this.ending.signal.aborted) break;
        await this.toAll(item);
      }
      this.end(new Error('the network ended the connection'));
    } catch (error) {
      this.end(error);
    }
  }

  private async toAll(item: T | 'open'): Promise<void> {
    await Promise.all([...this.listeners].map((listener) => listener.give(item)));
  }

  private end(error: unknown): void {
    this.onEnd(this);
    for (const listener of this.listeners) listener.end(error);
  }
}

class Listener<T> {
  private waiting: (T | 'open')[] = [];
  private ended: { error: unknown } | null = null;
  private wake: () => void = () => undefined;
  private room: () => void = () => undefined;

  /** Resolves when there is room for another one. */
  async give(item: T | 'open'): Promise<void> {
    if (this.ended) return;
    this.waiting.push(item);
    this.wake();
    while (this.waiting.length >= MOST && !this.ended)
      await new Promise<void>((resolve) => (this.room = resolve));
  }

  end(error: unknown): void {
    this.ended ??= { error };
    this.wake();
    this.room();
  }

  /** What came before the end is given out before the end is told. */
  async *items(): AsyncGenerator<T | 'open'> {
    for (;;) {
      const items = this.waiting;
      this.waiting = [];
      this.room();
      yield* items;
      if (this.waiting.length > 0) continue;
      if (this.ended) throw this.ended.error;
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }
}
