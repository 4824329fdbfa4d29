import type { DataSource } from 'typeorm';
import type { Approver } from './approvals.service.js';
import type { VersionContent } from './contract.js';

/** For tests: people and departments to write and approve an answer. */
export interface LibraryPeople {
  legal: string;
  pr: string;
  /** Writes; member of the communication department. */
  author: Approver;
  lawyer: Approver;
  otherLawyer: Approver;
  spokesperson: Approver;
}

export async function addLibraryPeople(dataSource: DataSource): Promise<LibraryPeople> {
  const department = async (key: string) => {
    const [row]: { id: string }[] = await dataSource.query(
      'insert into department (key, name_fr, name_en) values ($1, $1, $1) returning id',
      [key],
    );
    return row?.id ?? '';
  };
  const person = async (name: string, ...departmentIds: string[]): Promise<Approver> => {
    const [row]: { id: string }[] = await dataSource.query(
      `insert into person (email, name, roles, locale) values (lower($1) || '@lumen.example', $1, '{approver}', 'fr')
       returning id`,
      [name],
    );
    await dataSource.query(
      'insert into person_department (person_id, department_id) select $1, unnest($2::bigint[])',
      [row?.id, departmentIds],
    );
    return { personId: row?.id ?? '', name, departmentIds };
  };
  const [legal, pr] = [await department('legal'), await department('pr')];
  return {
    legal,
    pr,
    author: await person('Camille', pr),
    lawyer: await person('Helene', legal),
    otherLawyer: await person('Louis', legal),
    spokesperson: await person('Antoine', pr),
  };
}

/** For tests: a complete content that needs both departments. */
export function libraryContent(
  people: Pick<LibraryPeople, 'legal' | 'pr'>,
  change: Partial<VersionContent> = {},
): VersionContent {
  return {
    question: { fr: 'Où en est mon remboursement ?', en: 'Where is my refund?' },
    wordings: { fr: ['je veux être remboursé'], en: ['I want my money back'] },
    topicId: null,
    sensitivity: 'low',
    levelMin: 0,
    levelMax: 3,
    strategy: 'inform',
    departmentIds: [people.legal, people.pr],
    doNotSay: '',
    proofPoints: [],
    keyMessages: [],
    placeholders: [],
    variants: [
      { language: 'fr', network: null, body: 'Le virement part sous cinq jours ouvrés.' },
      { language: 'en', network: null, body: 'The transfer leaves within five working days.' },
    ],
    validFrom: null,
    validUntil: null,
    reviewOn: null,
    ...change,
  };
}
