import type { EntityManager } from 'typeorm';

export interface LibraryNotice {
  kind: 'answer.review_asked' | 'answer.decided' | 'answer.expiring';
  personIds: readonly string[];
  level: number;
  groupKey: string;
  params: Record<string, string | number>;
  link: string;
  action?: { kind: 'answer.decide'; subjectId: string };
}

/** The one place where the library hands a notice over. */
export async function sendNotice(_manager: EntityManager, _notice: LibraryNotice): Promise<void> {}
