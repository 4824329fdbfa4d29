import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ApiClient } from '../setup/api-client.js';
import { type RunningProduct, startProduct } from '../setup/product.js';

let product: RunningProduct;
let client: pg.Client;
let administrator: ApiClient;

beforeAll(async () => {
  product = await startProduct();
  client = new pg.Client({ connectionString: product.databaseUrl });
  await client.connect();
  administrator = await ApiClient.signedIn(product, 'administrator');
});
afterAll(async () => {
  await client?.end();
  await product?.stop();
});

const PASSWORD = 'a long enough password';

async function invite(email: string, roles = ['community_manager']) {
  const { body } = await administrator.call<{ person: { id: string }; invitationPath: string }>(
    'POST',
    '/api/people',
    { email, name: 'Nina New', roles },
  );
  return { id: body.person.id, token: new URL(body.invitationPath, product.url).searchParams.get('token')! };
}

const accept = (token: string, person = new ApiClient(product.url)) =>
  person.call('POST', '/api/invitations/accept', { token, name: 'Nina New', password: PASSWORD });

describe('signing in', () => {
  it('says the same of a wrong password and of nobody, and gives no cookie', async () => {
    const { token } = await invite('same@words.example');
    await accept(token);
    const stranger = new ApiClient(product.url);
    const wrong = await stranger.call('POST', '/api/session', {
      email: 'same@words.example',
      password: 'x'.repeat(12),
    });
    const nobody = await stranger.call('POST', '/api/session', {
      email: 'no@body.example',
      password: 'x'.repeat(12),
    });
    expect(wrong.status).toBe(401);
    expect(nobody.body).toEqual(wrong.body);
    expect(wrong.headers.get('set-cookie')).toBeNull();
  });

  it('keeps the session in a cookie that no script reads and no other site sends', async () => {
    const { token } = await invite('cookie@flags.example');
    const { headers } = await accept(token);
    expect(headers.get('set-cookie')).toMatch(/HttpOnly/i);
    expect(headers.get('set-cookie')).toMatch(/SameSite=(Lax|Strict)/i);
  });

  it('is refused for a while after many failures, even with the right password', async () => {
    const { token } = await invite('guessed@often.example');
    await accept(token);
    const guesser = new ApiClient(product.url);
    const attempt = (password: string) =>
      guesser.call('POST', '/api/session', { email: 'guessed@often.example', password });
    for (let turn = 0; turn < 10; turn += 1) expect((await attempt('wrong password')).status).toBe(401);
    expect(await attempt(PASSWORD)).toMatchObject({ status: 429, body: { code: 'too-many-attempts' } });
    await client.query(`update sign_in_throttle set window_started_at = now() - interval '16 minutes'`);
    expect((await attempt(PASSWORD)).status).toBeLessThan(300);
  });

  it('is refused when another site asks for it', async () => {
    const person = new ApiClient(product.url);
    const answer = await person.call(
      'POST',
      '/api/session',
      { email: 'a@b.example', password: PASSWORD },
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    );
    expect(answer).toMatchObject({ status: 403, body: { code: 'foreign-origin' } });
  });
});

describe('a session', () => {
  it('ends on the server when one signs out', async () => {
    const { token } = await invite('sign@out.example');
    const person = new ApiClient(product.url);
    const { headers } = await accept(token, person);
    const cookie = headers.get('set-cookie')!.split(';')[0]!;
    expect((await person.call('GET', '/api/session')).status).toBe(200);
    await person.call('DELETE', '/api/session');
    const thief = new ApiClient(product.url);
    expect((await thief.call('GET', '/api/session', undefined, { cookie })).status).toBe(401);
  });

  it('ends by itself when it has not been used for long', async () => {
    const { id, token } = await invite('idle@hours.example');
    const person = new ApiClient(product.url);
    await accept(token, person);
    await client.query(`update session set last_seen_at = now() - interval '13 hours' where person_id = $1`, [
      id,
    ]);
    expect((await person.call('GET', '/api/session')).status).toBe(401);
  });

  it('ends at once when the person is deactivated', async () => {
    const { id, token } = await invite('left@company.example');
    const person = new ApiClient(product.url);
    await accept(token, person);
    expect((await person.call('GET', '/api/mentions')).status).toBe(200);
    await administrator.call('PATCH', `/api/people/${id}`, { active: false });
    expect((await person.call('GET', '/api/mentions')).status).toBe(401);
  });
});

describe('an invitation', () => {
  it('works once', async () => {
    const { token } = await invite('only@once.example');
    expect((await accept(token)).status).toBe(201);
    expect((await accept(token)).body).toMatchObject({ code: 'invitation-invalid' });
  });

  it('does not work once it has expired, nor once a newer one was made', async () => {
    const late = await invite('too@late.example');
    await client.query(
      `update invitation set expires_at = now() - interval '1 second' where person_id = $1`,
      [late.id],
    );
    expect((await accept(late.token)).body).toMatchObject({ code: 'invitation-invalid' });

    const renewed = await invite('newer@link.example');
    await administrator.call('POST', `/api/people/${renewed.id}/invitation`);
    expect((await accept(renewed.token)).body).toMatchObject({ code: 'invitation-invalid' });
  });

  it('is refused for somebody who is here already, and for an approver of no department', async () => {
    const twice = await administrator.call('POST', '/api/people', {
      email: 'camille.arnaud@lumen.example',
      name: 'Camille',
      roles: ['community_manager'],
    });
    expect(twice.body).toMatchObject({ code: 'email-taken', errors: [{ field: 'email' }] });
    const approver = await administrator.call('POST', '/api/people', {
      email: 'of@nothing.example',
      name: 'Approver',
      roles: ['approver'],
    });
    expect(approver.body).toMatchObject({ code: 'approver-needs-department' });
  });

  it('leaves at least one administrator', async () => {
    const { body } = await administrator.call<{ person: { id: string } }>('GET', '/api/session');
    const answer = await administrator.call('PATCH', `/api/people/${body.person.id}`, { active: false });
    expect(answer.body).toMatchObject({ code: 'last-administrator' });
  });
});
