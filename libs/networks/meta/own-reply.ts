/** A comment of a thread, as far as it tells whose it is. */
export interface ThreadComment {
  id: string;
  at: Date;
  /** Null where Meta does not say. */
  author: string | null;
  own: boolean;
  text: string;
}

/**
 * Which of our comments in a thread is the reply to one comment of it. Meta hangs answers to answers side by side below the
 * comment on top, and does not say which is meant: where the same words of ours may be meant for somebody else who had
 * spoken before them, that is `unclear`.
 * @param thread all comments of the thread, in any order, the answered one among them or not
 */
export function ownReply(
  answered: Pick<ThreadComment, 'id' | 'at' | 'author'>,
  thread: readonly ThreadComment[],
  text: string,
): ThreadComment | 'none' | 'unclear' {
  const ours = thread
    .filter((one) => one.own && one.id !== answered.id && one.at >= answered.at && sameText(one.text, text))
    .sort((one, other) => one.at.getTime() - other.at.getTime());
  const [first] = ours;
  if (!first) return 'none';
  const others = thread.filter(
    (one) =>
      !one.own &&
      one.id !== answered.id &&
      (one.author === null || one.author !== answered.author) &&
      one.at <= first.at,
  );
  return others.length > 0 ? 'unclear' : first;
}

/** Whether a published text is ours: Meta trims it and changes white space and line ends. */
export function sameText(published: string, sent: string): boolean {
  return bare(published) === bare(sent);
}

function bare(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '');
}
