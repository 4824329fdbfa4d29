/** Runs a step of the start: a line when it begins, what it reports, and how long it took. */
export type Step = <T>(title: string, work: (report: (line: string) => void) => Promise<T>) => Promise<T>;

/** `before` is the number of steps that were printed before this process began, and of all steps: `2/6`. */
export function stepPrinter(before: string | undefined): Step {
  const [done = 0, all = 0] = (before ?? '').split('/').map(Number);
  let number = done;
  return async (title, work) => {
    number += 1;
    const started = performance.now();
    const label = all > 0 ? `[${number}/${all}] ` : '';
    console.log(`${label}${title} …`);
    const result = await work((line) => console.log(`      ${line}`));
    console.log(`      done (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    return result;
  };
}
