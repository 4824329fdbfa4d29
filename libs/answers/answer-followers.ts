import type { EntityManager } from 'typeorm';

/**
 * Told of every change of an answer or its versions, inside the transaction that makes it and while the answer's row is
 * locked. A follower may lock rows of its own; what it throws undoes the change.
 */
export type AnswerFollower = (manager: EntityManager, answerId: string) => Promise<void>;

const followers = new Set<AnswerFollower>();

/** Registers a follower for this process; the same one again changes nothing. */
export function followAnswers(follower: AnswerFollower): void {
  followers.add(follower);
}

export async function tellFollowers(manager: EntityManager, answerId: string): Promise<void> {
  for (const follow of followers) await follow(manager, answerId);
}
