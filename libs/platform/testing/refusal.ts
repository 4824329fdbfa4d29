import { Problem } from '#platform/problem';

/** The problem that this work is refused with; null where it is done. Anything else that goes wrong is thrown. */
export async function refusalOf(work: Promise<unknown>): Promise<Problem | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

/** The code of that problem, or `done`. */
export async function outcomeOf(work: Promise<unknown>): Promise<string> {
  return (await refusalOf(work))?.code ?? 'done';
}
