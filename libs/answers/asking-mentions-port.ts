/** How many mentions ask for an answer; whoever keeps such requests provides it, and without it nothing is shown. */
export interface AskingMentions {
  /** By id of the answer; an answer that nobody asks for may be left out. */
  count(answerIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

/** Injection token of an `AskingMentions`, provided by the composition root (a global module); may be missing. */
export const ASKING_MENTIONS = Symbol('AskingMentions');
