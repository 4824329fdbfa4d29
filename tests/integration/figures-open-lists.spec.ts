import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ResponseOf } from '#platform/contract';
import type { readDashboard, readDashboardWork } from '#contract/dashboard';
import { FIGURE_SPANS, type FigureCode } from '#rules/figures';
import { ApiClient } from '../setup/api-client.js';
import { type RunningProduct, startProduct } from '../setup/product.js';

let product: RunningProduct;
let executive: ApiClient;

beforeAll(async () => {
  product = await startProduct();
  executive = await ApiClient.signedIn(product, 'executive');
});
afterAll(() => product?.stop());

async function get<T>(path: string, query: Record<string, string>): Promise<T> {
  const { status, body } = await executive.call<T>('GET', `${path}?${new URLSearchParams(query)}`);
  if (status !== 200) throw new Error(`${path} was answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** How many lines a list has, paged to its end by a few. */
async function listed(path: string, query: Record<string, string>): Promise<number> {
  let count = 0;
  let cursor: string | null = null;
  do {
    const page: { items: unknown[]; next: string | null } = await get(path, {
      ...query,
      limit: '20',
      ...(cursor === null ? {} : { cursor }),
    });
    count += page.items.length;
    cursor = page.next;
  } while (cursor !== null);
  return count;
}

const SCOPES = (['live', 'training'] as const).flatMap((realm) =>
  FIGURE_SPANS.map((span) => ({ realm, span })),
);

describe('the list behind a figure of the work', () => {
  it('is as long as the figure says: escalations, replies and decisions on answers', async () => {
    let counted = 0;
    for (const scope of SCOPES) {
      const { figures, range } = await get<ResponseOf<typeof readDashboard>>('/api/dashboard', scope);
      const figure = (code: FigureCode) => figures.find((one) => one.code === code)?.counted;
      const within = { realm: scope.realm, ...range };
      const cases = (measure: string, more: Record<string, string>) =>
        listed('/api/escalations', { realm: scope.realm, measure, ...more });
      const lists: [FigureCode, number][] = [
        ['escalationsOpen', await cases('open', {})],
        ['escalationsOverdue', await cases('overdue', {})],
        ['acknowledgedInTime', await cases('in_time', range)],
        ['replies', await listed('/api/dashboard/responses', { ...within, measure: 'sent' })],
        ['responseMedian', await listed('/api/dashboard/responses', { ...within, measure: 'sent' })],
        ['fromLibrary', await listed('/api/dashboard/responses', { ...within, measure: 'library' })],
        ['messagePenetration', await listed('/api/dashboard/responses', { ...within, measure: 'message' })],
        ['approvalMedian', await listed('/api/dashboard/approvals', within)],
      ];
      for (const [code, length] of lists)
        expect({ ...scope, code, length }).toEqual({ ...scope, code, length: figure(code) });
      counted += lists.reduce((sum, [, length]) => sum + length, 0);
    }
    expect(counted).toBeGreaterThan(0);
  });

  it('is as long for each department by itself', async () => {
    let counted = 0;
    for (const scope of SCOPES) {
      const { departments, range } = await get<ResponseOf<typeof readDashboardWork>>(
        '/api/dashboard/work',
        scope,
      );
      for (const { departmentId, open, overdue, waiting, decided } of departments) {
        const cases = (measure: string) =>
          listed('/api/escalations', { realm: scope.realm, measure, departmentId });
        expect({
          departmentId,
          open: await cases('open'),
          overdue: await cases('overdue'),
          waiting: await listed('/api/answers', { awaitingDepartmentId: departmentId }),
          decided: await listed('/api/dashboard/approvals', { realm: scope.realm, ...range, departmentId }),
        }).toEqual({ departmentId, open, overdue, waiting, decided });
        counted += open + waiting + decided;
      }
    }
    expect(counted).toBeGreaterThan(0);
  });
});
