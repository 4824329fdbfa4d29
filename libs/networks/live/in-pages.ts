/**
 * Gathers what comes into pages: each holds what has come while the one before was worked on, so that a page is small
 * when little is said and large in a storm, and nothing waits for a clock. Reading stops while `most` items wait. What
 * came before an error is given out before the error is thrown.
 */
export async function* inPages<T>(items: AsyncIterable<T>, most: number): AsyncGenerator<T[]> {
  const iterator = items[Symbol.asyncIterator]();
  let page: T[] = [];
  let ended = false;
  let failure: { error: unknown } | null = null;
  let left = false;
  let wake: () => void = () => undefined;
  const change = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });
  let changed = change();
  const tell = () => {
    wake();
    changed = change();
  };
  const reading = (async () => {
    try {
      while (!left) {
        if (page.length >= most) {
          await changed;
          continue;
        }
        const { done, value } = await iterator.next();
        if (done) break;
        page.push(value);
        tell();
      }
    } catch (error) {
      failure = { error };
    }
    ended = true;
    tell();
  })();
  try {
    for (;;) {
      if (page.length > 0) {
        const full = page;
        page = [];
        tell();
        yield full;
      } else if (ended) break;
      else await changed;
    }
    if (failure) throw (failure as { error: unknown }).error;
  } finally {
    left = true;
    tell();
    void reading.then(() => iterator.return?.()).catch(() => undefined);
  }
}
