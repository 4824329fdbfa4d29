import type { DataSource, EntityManager } from 'typeorm';

/** One database transaction, and what is to happen once it has been committed. */
export interface Transaction {
  readonly manager: EntityManager;
  /** Called after the commit, in the order of registration; never when the transaction is rolled back. */
  afterCommit(action: () => Promise<void> | void): void;
}

/**
 * Runs `work` in one transaction. A failure of `work` rolls everything back and is thrown on; a failure of an
 * after-commit action is only reported, because the facts are already stored and a reconciliation pass repeats it.
 */
export async function inTransaction<T>(
  dataSource: DataSource,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const actions: (() => Promise<void> | void)[] = [];
  const result = await dataSource.transaction((manager) =>
    work({ manager, afterCommit: (action) => actions.push(action) }),
  );
  for (const action of actions) {
    try {
      await action();
    } catch (error) {
      console.error('after commit:', error);
    }
  }
  return result;
}
