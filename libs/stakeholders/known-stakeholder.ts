import type { AuthorFacts } from '#rules/classification';
import { salienceClass } from './salience.js';

/** For whom an author speaks, as classification reads it; what is put away speaks no more. */
export interface StakeholderFact {
  id: string;
  name: string;
  category: string;
  power: boolean;
  legitimacy: boolean;
  urgency: boolean;
}

/** The fact about the author of a row, as JSON or null; `authorId` is the column with the author. */
export function stakeholderFactSql(authorId: string): string {
  return `(
    select jsonb_build_object('id', s.id::text, 'name', s.name, 'category', s.category, 'power', s.has_power,
      'legitimacy', s.has_legitimacy, 'urgency', s.has_urgency)
    from stakeholder_author sa join stakeholder s on s.id = sa.stakeholder_id
    where sa.author_id = ${authorId} and s.archived_at is null)`;
}

/** What an assessment is told of the author's stakeholder; nothing where there is none. */
export function factsOf(fact: StakeholderFact | null): Pick<AuthorFacts, 'kind' | 'stakeholder'> {
  if (fact === null) return {};
  const { id, name, category } = fact;
  return { kind: category, stakeholder: { id, name, salience: salienceClass(fact) } };
}
