import type { EntityManager } from 'typeorm';
import type { AnswerKind } from './contract.js';
import type { PlannedAgainst } from './exchange-plan.js';
import { type ExchangedAnswer, exchangedVersion, type References } from './exchange-record.js';
import { readVersions, type VersionRecord } from './version-record.js';

/** Departments and topics by the names that files use. */
export async function readReferences(manager: EntityManager): Promise<References> {
  const departments: { id: string; key: string }[] = await manager.query('select id, key from department');
  const topics: { id: string; name: string }[] = await manager.query('select id, name from topic');
  return {
    departmentIds: new Map(departments.map(({ id, key }) => [key, id])),
    departmentKeys: new Map(departments.map(({ id, key }) => [id, key])),
    topicIds: new Map(topics.map(({ id, name }) => [name.toLowerCase(), id])),
    topicNames: new Map(topics.map(({ id, name }) => [id, name])),
  };
}

/** The library as files hold it: every answer with every version, in the order in which they were begun. */
export async function readExchanged(manager: EntityManager): Promise<ExchangedAnswer[]> {
  const references = await readReferences(manager);
  const answers: { id: string; exchange_key: string; kind: AnswerKind; owner: string | null }[] =
    await manager.query(
      `select a.id, a.exchange_key, a.kind, person.email as owner
       from answer a left join person on person.id = a.owner_id order by a.id`,
    );
  const versions = await versionsByAnswer(manager, 'true');
  return answers.map(({ id, exchange_key: key, kind, owner }) => ({
    key,
    kind,
    owner,
    versions: (versions.get(id) ?? []).map((version) => exchangedVersion(version, references)),
  }));
}

/** Every answer with its newest version: what an import is compared with. */
export async function readLibrary(manager: EntityManager): Promise<PlannedAgainst[]> {
  const answers: { id: string; exchange_key: string; kind: AnswerKind }[] = await manager.query(
    'select id, exchange_key, kind from answer order by id',
  );
  const newest = await versionsByAnswer(
    manager,
    `v.number = (select max(number) from answer_version other where other.answer_id = v.answer_id)`,
  );
  return answers.flatMap(({ id, exchange_key: key, kind }) => {
    const [version] = newest.get(id) ?? [];
    return version ? [{ id, key, kind, newest: version }] : [];
  });
}

async function versionsByAnswer(
  manager: EntityManager,
  condition: string,
): Promise<Map<string, VersionRecord[]>> {
  const byAnswer = new Map<string, VersionRecord[]>();
  for (const version of await readVersions(manager, condition, [])) {
    const versions = byAnswer.get(version.answerId);
    if (versions) versions.push(version);
    else byAnswer.set(version.answerId, [version]);
  }
  return byAnswer;
}
