import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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

/** Open to everybody, one by one: another one has to be added here on purpose. */
const PUBLIC = [
  'acceptInvitation',
  // Participants of a workshop have no account: the secret of its link, and then the cookie of their seat, is checked.
  'contribute',
  // Signed over the raw body by whoever shares the secret of the source.
  'deliverHook',
  'deliverMetaHook',
  'deliverXHook',
  'followSeat',
  'giveDots',
  'joinRoom',
  'lookRoom',
  // The address of a rota's calendar is itself the secret.
  'readCalendar',
  'readHealth',
  'readInvitation',
  'readMetrics',
  'readOpenApi',
  // A wall screen has no person: its secret is checked at every call, and reads the figures of one scope.
  'readWall',
  'readWorkspace',
  'signIn',
  'verifyMetaHook',
  'verifyXHook',
  'withdrawItem',
];

let product: RunningProduct;
const clients = new Map<Role, ApiClient>();

beforeAll(async () => {
  product = await startProduct();
  for (const role of ROLES) clients.set(role, await ApiClient.signedIn(product, WHO_OF_ROLE[role]));
});
afterAll(() => product?.stop());

const addressOf = ({ contract }: NamedContract) => contract.path.replaceAll(/\{\w+\}/g, '1');
const bodyOf = ({ contract }: NamedContract) => (contract.method === 'GET' ? undefined : {});

describe('an endpoint', () => {
  it('is open to everybody only where this says so', () => {
    const open = CONTRACTS.filter(({ contract }) => contract.access === 'public').map(({ name }) => name);
    expect(open.sort()).toEqual(PUBLIC);
  });

  it.each(CONTRACTS.filter(({ contract }) => contract.access !== 'public'))(
    '$name refuses whoever has not signed in',
    async (named) => {
      const stranger = new ApiClient(product.url);
      const answer = await stranger.call(named.contract.method, addressOf(named), bodyOf(named));
      expect(answer).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
    },
  );

  it.each(CONTRACTS.filter(({ contract }) => typeof contract.access === 'object'))(
    '$name refuses every role without the right to it',
    async (named) => {
      const { access } = named.contract;
      if (typeof access !== 'object') throw new Error('unreachable');
      for (const role of ROLES) {
        const allowed = access.anyOf.some((permission) => permissionsOf([role]).includes(permission));
        if (allowed) continue;
        const answer = await clients.get(role)!.call(named.contract.method, addressOf(named), bodyOf(named));
        expect({ role, ...answer }).toMatchObject({ role, status: 403, body: { code: 'not-allowed' } });
      }
    },
  );

  it('that nobody declared does not exist', async () => {
    const answer = await clients.get('administrator')!.call('GET', '/api/people/1/secrets');
    expect(answer).toMatchObject({ status: 404, body: { code: 'no-such-address' } });
  });

  it('answers bad input with the field and the reason, and changes nothing', async () => {
    const manager = clients.get('community_manager')!;
    const { body } = await manager.call<{ items: { id: string; version: number }[] }>(
      'GET',
      '/api/mentions?realm=training&limit=1',
    );
    const mention = body.items[0]!;
    const answer = await manager.call('POST', `/api/mentions/${mention.id}/decisions`, {
      action: 'no_reply',
    });
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'invalid-input', errors: [{ field: 'reason', code: 'required' }] },
    });
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const after = await manager.call<{ version: number; state: string }>(
      'GET',
      `/api/mentions/${mention.id}`,
    );
    expect(after.body).toMatchObject({ version: mention.version, state: 'new' });
  });

  it('does not read JSON that is broken', async () => {
    const response = await fetch(new URL('/api/session', product.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"email":',
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'malformed-request' });
  });
});
