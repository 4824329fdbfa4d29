import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { createDataSource } from '#platform/database';
import { ApiClient, type Answer } from '../setup/api-client.js';
import { type RunningProduct, startProduct } from '../setup/product.js';

interface Problem {
  code: string;
  errors: { field: string; code: string; detail: string }[];
}

let product: RunningProduct;
let dataSource: DataSource;
let lead: ApiClient;

beforeAll(async () => {
  product = await startProduct();
  dataSource = await createDataSource({ url: product.databaseUrl, entities: [] }).initialize();
  lead = await ApiClient.signedIn(product, 'crisisLead');
});
afterAll(async () => {
  await dataSource?.destroy();
  await product?.stop();
});

const HASH = '0'.repeat(64);
const PLACES = ['/api/contacts/imports/plan', `/api/contacts/imports?planHash=${HASH}`];

function upload<T = Problem>(path: string, content: BlobPart | null, field = 'file'): Promise<Answer<T>> {
  const form = new FormData();
  if (content !== null) form.append(field, new Blob([content], { type: 'text/csv' }), 'contacts.csv');
  else form.append('note', 'no file');
  return lead.upload<T>(path, form);
}

/** Everything that an import could have touched. */
const standing = () =>
  dataSource.query(
    `select (select count(*) from contact) as contacts, (select max(changed_at) from contact) as changed,
       (select count(*) from contact_author) as accounts,
       (select count(*) from audit_entry where action like 'contact%') as recorded`,
  );

/** The one field that the refusal names, and why; nothing was changed by it. */
async function refusal(path: string, content: BlobPart | null, field?: string) {
  const before = await standing();
  const { status, body, headers } = await upload(path, content, field);
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(status).toBe(422);
  expect(await standing()).toEqual(before);
  expect(body.errors).toHaveLength(1);
  return body.errors[0]!;
}

describe('a file of contacts', () => {
  it.each(PLACES)('is refused by name of the field, and changes nothing, at %s', async (path) => {
    expect(await refusal(path, null)).toMatchObject({ field: 'file', code: 'file-missing' });
    expect(await refusal(path, 'name\r\nAnna', 'attachment')).toMatchObject({ field: 'attachment' });
    expect(await refusal(path, 'a'.repeat(5 * 1024 * 1024 + 1))).toMatchObject({
      ...{ field: 'file', code: 'file-too-large' },
    });
    const unreadable = { field: 'file', code: 'contact-file-unreadable' };
    expect(await refusal(path, '')).toMatchObject(unreadable);
    expect(await refusal(path, 'name,email\r\n')).toMatchObject(unreadable);
    expect(await refusal(path, new Uint8Array([0x6e, 0xff, 0xfe]))).toMatchObject({
      ...unreadable,
      detail: expect.stringContaining('UTF-8'),
    });
    expect(await refusal(path, 'name,favourite_colour\r\nAnna,blue\r\n')).toMatchObject({
      ...unreadable,
      detail: expect.stringContaining('favourite_colour'),
    });
    expect(await refusal(path, 'name,email\r\n"Anna,x@example.org\r\n')).toMatchObject(unreadable);
  });

  it('with a line that is wrong says which column, and leaves that line out', async () => {
    const before = await standing();
    const { status, body } = await upload<{
      counts: Record<string, number>;
      entries: { line: number; outcome: string; errors: { column: string }[] }[];
    }>(PLACES[0]!, 'name,email\r\nAnna Keller,not an address\r\nBruno Maas,bruno@example.org\r\n');
    expect(status).toBe(200);
    expect(body.counts).toMatchObject({ refused: 1, new: 1 });
    const refused = body.entries.find(({ outcome }) => outcome === 'refused');
    expect(refused).toMatchObject({ line: 2, errors: [{ column: 'email' }] });
    expect(await standing()).toEqual(before);
  });

  it('is not carried out by a plan that was not shown for it', async () => {
    const before = await standing();
    const { status, body } = await upload(PLACES[1]!, 'name\r\nCarla Neri\r\n');
    expect(status).toBe(409);
    expect(body.code).toBe('contacts-changed');
    expect(await standing()).toEqual(before);
  });
});
