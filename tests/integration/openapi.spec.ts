import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ApiClient } from '../setup/api-client.js';
import { CONTRACTS } from '../setup/contracts.js';
import { type RunningProduct, startProduct } from '../setup/product.js';

interface Document {
  openapi: string;
  paths: Record<string, Record<string, { responses: Record<string, unknown>; summary?: string }>>;
}

let product: RunningProduct;
let document: Document;

beforeAll(async () => {
  product = await startProduct();
  document = (await new ApiClient(product.url).call<Document>('GET', '/api/openapi.json')).body;
});
afterAll(() => product?.stop());

/** Followed by the browser itself, so declared beside its controller. */
const ALSO_SERVED = ['GET /api/events'];

describe('the description of the API', () => {
  it('names every endpoint that is served, and no other', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    const described = Object.entries(document.paths).flatMap(([address, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${address}`),
    );
    const declared = CONTRACTS.map(({ contract }) => `${contract.method} ${contract.path}`);
    expect(described.sort()).toEqual([...declared, ...ALSO_SERVED].sort());
  });

  it('points nowhere that is not there', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      (match) => match[1]!,
    );
    expect(references.length).toBeGreaterThan(20);
    const missing = references.filter((reference) => {
      let place: unknown = document;
      for (const step of reference.split('/')) {
        place = (place as Record<string, unknown> | undefined)?.[step.replaceAll('~1', '/')];
      }
      return place === undefined;
    });
    expect(missing).toEqual([]);
  });

  it('says for each endpoint what succeeds and how refusals look', () => {
    for (const methods of Object.values(document.paths)) {
      for (const operation of Object.values(methods)) {
        expect(operation.summary).toBeTruthy();
        expect(Object.keys(operation.responses).some((status) => /^2\d\d$/.test(status))).toBe(true);
        expect(JSON.stringify(operation.responses)).toContain('application/problem+json');
      }
    }
  });
});

describe('the console', () => {
  it('uses every endpoint there is', () => {
    const folder = 'apps/console/src';
    const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/\.spec\./.test(file))
      .map((file) => readFileSync(path.join(folder, file), 'utf8'))
      .join('\n');
    const unused = CONTRACTS.map(({ name }) => name).filter(
      (name) => !new RegExp(`\\b${name}\\b`).test(texts),
    );
    expect(unused).toEqual([]);
  });
});
