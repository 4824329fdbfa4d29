import type { Realm } from '#platform/contract';

/** Goes into the params of a notice that can be of a drill: its title then says so before anything else. */
export function exerciseMark(realm: Realm): Record<string, string> {
  return realm === 'training' ? { exercise_fr: 'EXERCICE', exercise_en: 'EXERCISE' } : {};
}
