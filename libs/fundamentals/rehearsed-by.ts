import type { LessonKey } from './lesson.js';

export interface LessonLinks {
  /** Key of the ready scenario that exercises the lesson; null: the debriefing of any drill does. */
  scenario: string | null;
  /** Addresses in the console where what the lesson says is done every day. */
  pages: readonly string[];
}

/** Each lesson with the drill that exercises it, and the live pages that it is about. */
export const LINKS_OF_LESSON: Readonly<Record<LessonKey, LessonLinks>> = {
  stakeholders: { scenario: 'accident_on_site', pages: ['/stakeholders', '/contacts'] },
  'key-messages': { scenario: 'executives_words', pages: ['/messages', '/library'] },
  'using-answers': { scenario: 'service_outage', pages: ['/library', '/requests'] },
  'when-not-to-answer': { scenario: 'discrimination', pages: ['/inbox', '/classification'] },
  escalating: { scenario: 'data_breach', pages: ['/escalations', '/policies', '/on-call'] },
  'first-hour': { scenario: 'product_defect', pages: ['/incidents', '/dashboard'] },
  facilitating: { scenario: null, pages: ['/workshops', '/drills'] },
};

/** The lessons that a ready scenario exercises, in the order of the path. */
export function lessonsRehearsedBy(scenario: string): LessonKey[] {
  return (Object.keys(LINKS_OF_LESSON) as LessonKey[]).filter(
    (key) => LINKS_OF_LESSON[key].scenario === scenario,
  );
}
