import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { closeOutgoing } from '#platform/outgoing';
import { MastodonServer } from '../../../tests/simulators/mastodon-server.js';

/** The published document is not part of the repository: it is read where it lies beside it. */
const FILE = path.resolve('../shared/contracts/mastodon.openapi.json');
const there = existsSync(FILE);
if (!there) console.warn('The published API of Mastodon is not there: its simulator is not held against it.');

interface Operation {
  responses: Record<string, { content?: { 'application/json'?: { schema: object } } }>;
}

/** The schema of a successful answer, with what it refers to. */
function schemaOf(route: string, method: string): z.ZodType {
  const text = readFileSync(FILE, 'utf8').replaceAll('#/components/schemas/', '#/$defs/');
  const document = JSON.parse(text) as {
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: Record<string, object> };
  };
  const schema = document.paths[route]?.[method]?.responses['200']?.content?.['application/json']?.schema;
  if (!schema) throw new Error(`${method} ${route} is not in the document`);
  return z.fromJSONSchema({ ...schema, $defs: document.components.schemas } as never);
}

(there ? describe : describe.skip)('the simulator of Mastodon', () => {
  let server: MastodonServer;
  beforeAll(async () => {
    server = await new MastodonServer().listen();
    server.posts = [{ id: '1001', text: 'Hello & <welcome>', at: new Date() }];
  });
  afterAll(async () => {
    await server.stop();
    await closeOutgoing();
  });

  it.each([
    ['get', '/api/v1/notifications', '/api/v1/notifications?types[]=mention', undefined],
    ['get', '/api/v1/accounts/verify_credentials', '/api/v1/accounts/verify_credentials', undefined],
    ['get', '/api/v1/statuses', '/api/v1/statuses?id[]=1001', undefined],
    ['post', '/api/v1/statuses', '/api/v1/statuses', { status: 'Yes', in_reply_to_id: '1001' }],
    ['post', '/api/v1/statuses', '/api/v1/statuses', { status: 'We know of it.' }],
    ['get', '/api/v1/accounts/{id}/statuses', '/api/v1/accounts/lumen/statuses', undefined],
  ])('answers %s %s as the published API says', async (method, route, address, body) => {
    const answer = await fetch(server.url + address, {
      method: method.toUpperCase(),
      headers: { authorization: `Bearer ${server.token}`, 'idempotency-key': body?.status ?? '' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const checked = schemaOf(route, method).safeParse(await answer.json());
    expect(checked.error?.issues ?? []).toEqual([]);
  });
});
