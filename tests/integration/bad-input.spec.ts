import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { createDataSource } from '#platform/database';
import { permissionsOf, ROLES, type Role } from '#platform/contract';
import { ApiClient } from '../setup/api-client.js';
import { CONTRACTS, type NamedContract } from '../setup/contracts.js';
import type { Who } from '../setup/people.js';
import { type RunningProduct, startProduct } from '../setup/product.js';

const WHO_OF_ROLE: Record<Role, Who> = {
  community_manager: 'secondManager',
  approver: 'legalApprover',
  crisis_lead: 'crisisLead',
  executive: 'executive',
  administrator: 'administrator',
  colleague: 'colleague',
};

let product: RunningProduct;
let dataSource: DataSource;
const clients = new Map<Role, ApiClient>();

beforeAll(async () => {
  product = await startProduct();
  dataSource = await createDataSource({ url: product.databaseUrl, entities: [] }).initialize();
  for (const role of ROLES) clients.set(role, await ApiClient.signedIn(product, WHO_OF_ROLE[role]));
});
afterAll(async () => {
  await dataSource?.destroy();
  await product?.stop();
});

function clientFor({ contract: { access } }: NamedContract): ApiClient {
  const role = ROLES.find(
    (one) => typeof access !== 'object' || access.anyOf.some((right) => permissionsOf([one]).includes(right)),
  );
  return clients.get(role!)!;
}

/** Decisions are recorded with what they change: no new entry, nothing changed. */
const recorded = async () =>
  Number((await dataSource.query('select count(*) from audit_entry where actor_id is not null'))[0].count);

const junk = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.dictionary(
    fc.constantFrom(
      'id',
      'name',
      'state',
      'action',
      'reason',
      'roles',
      'settings',
      'content',
      'query',
      'speed',
    ),
    fc.jsonValue({ maxDepth: 1 }),
  ),
);

interface Problem {
  type: string;
  status: number;
  code: string;
  errors?: { field: string; detail: string }[];
}

function expectProblem(answer: { status: number; body: unknown; headers: Headers }): Problem {
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const problem = answer.body as Problem;
  expect(problem).toMatchObject({
    status: answer.status,
    type: expect.stringMatching(/^urn:passerelle:problem:/),
  });
  return problem;
}

const withId = ({ contract }: NamedContract, id: string) =>
  contract.path.replaceAll(/\{\w+\}/g, encodeURIComponent(id));
/** What endpoints without a body declare. */
const NO_BODY = CONTRACTS.find(({ contract }) => contract.method === 'GET')!.contract.body;
const withBody = CONTRACTS.filter(
  ({ name, contract }) => contract.body !== NO_BODY && name !== 'uploadImport',
);

describe('input that makes no sense', () => {
  it.each(withBody)('is refused by $name with the field at fault, and changes nothing', async (named) => {
    const { contract } = named;
    const client = clientFor(named);
    const before = await recorded();
    await fc.assert(
      fc.asyncProperty(junk, async (body) => {
        if (contract.body.safeParse(body).success) return;
        const problem = expectProblem(await client.call(contract.method, withId(named, '1'), body));
        if (problem.status === 422) {
          for (const error of problem.errors ?? []) expect(error.detail).not.toBe('');
          expect(problem.errors?.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 12 },
    );
    expect(await recorded()).toBe(before);
  });

  it.each(CONTRACTS.filter(({ contract }) => contract.path.includes('{')))(
    'is refused by $name in its address',
    async (named) => {
      for (const id of ['0', '-1', 'abc', '9'.repeat(30), "1' or '1'='1", '%00', '1.5']) {
        const answer = await clientFor(named).call(
          named.contract.method,
          withId(named, id),
          named.contract.method === 'GET' ? undefined : {},
        );
        expectProblem(answer);
      }
    },
  );

  it.each(CONTRACTS.filter(({ contract }) => contract.method === 'GET' && 'shape' in contract.query))(
    'is refused by $name in its query, or does no harm',
    async (named) => {
      const names = Object.keys((named.contract.query as unknown as { shape: object }).shape);
      if (names.length === 0) return;
      await fc.assert(
        fc.asyncProperty(
          fc.dictionary(fc.constantFrom(...names), fc.string({ unit: 'grapheme', maxLength: 30 }), {
            minKeys: 1,
          }),
          async (query) => {
            const address = `${withId(named, '1')}?${new URLSearchParams(query)}`;
            const answer = await clientFor(named).call('GET', address);
            expect(answer.status).toBeLessThan(500);
            if (answer.status >= 400) expectProblem(answer);
          },
        ),
        { numRuns: 15 },
      );
    },
  );
});
