import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Global, type INestApplication, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, NestFactory } from '@nestjs/core';
import type { AddressInfo } from 'node:net';
import { DataSource } from 'typeorm';
import { AnswersHttpModule, AnswersWorker, AnswersWorkerModule } from '#answers';
import { CONFIG } from '#platform/config';
import { permissionsOf, type Role } from '#platform/contract';
import { AccessGuard, type Actor, ProblemFilter, ResponseInterceptor, SESSION_READER } from '#platform/http';
import { JOB_QUEUE } from '#platform/jobs';
import { HostileNetwork } from './hostile-network.fixture.js';
import { OutboxWorld } from './outbox.fixture.js';
import { REPLY_PUBLISHERS } from './publisher-port.js';
import { RepliesHttpModule, RepliesWorkerModule } from './replies.module.js';
import { RepliesWorker } from './replies-worker.js';

let dataSource: DataSource;
let world: OutboxWorld;
let network: HostileNetwork;
let app: INestApplication;
let base: string;
const actors = new Map<string, Actor>();

beforeAll(async () => {
  world = await OutboxWorld.open();
  ({ dataSource } = world);
  network = await world.network({ keyed: true });
  world.publishers.set('mastodon', network.publisher());
  const person = (
    token: string,
    who: { personId: string; name: string; departmentIds: readonly string[] },
    role: Role,
  ) => actors.set(token, { ...who, roles: [role], permissions: permissionsOf([role]), sessionId: '1' });
  person('anna', { ...world.anna, departmentIds: [] }, 'community_manager');
  person('boris', { ...world.boris, departmentIds: [] }, 'crisis_lead');
  person('camille', world.author, 'approver');
  person('antoine', world.approver, 'approver');
  person('admin', { personId: '1', name: 'Admin', departmentIds: [] }, 'administrator');

  const publishers = (name: string) => world.publishers.get(name) ?? null;
  const provided = [
    { provide: DataSource, useValue: dataSource },
    { provide: JOB_QUEUE, useValue: world.jobs },
    { provide: CONFIG, useValue: { replyDelaySeconds: 0 } },
    { provide: REPLY_PUBLISHERS, useValue: publishers },
    { provide: SESSION_READER, useValue: { read: async (token: string) => actors.get(token) ?? null } },
  ];
  @Global()
  @Module({ providers: provided, exports: provided })
  class Process {}
  @Module({
    imports: [Process, AnswersHttpModule, RepliesHttpModule, AnswersWorkerModule, RepliesWorkerModule],
    providers: [
      { provide: APP_GUARD, useClass: AccessGuard },
      { provide: APP_FILTER, useClass: ProblemFilter },
      { provide: APP_INTERCEPTOR, useClass: ResponseInterceptor },
    ],
  })
  class App {}
  app = await NestFactory.create(App, { logger: ['error'] });
  await app.listen(0, '127.0.0.1');
  base = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
});
afterAll(async () => {
  await app?.close();
  await world?.close();
});

async function call(
  who: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const response = await fetch(base + path, {
    method,
    headers: { cookie: `passerelle_session=${who}`, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads whatever came back
  return { status: response.status, body: (await response.json()) as any };
}

describe('from a draft to a published reply, over HTTP', () => {
  let variantId: string;

  it('the library is written, submitted and approved', async () => {
    const created = await call('anna', 'POST', '/api/answers', { content: world.content() });
    expect(created.status).toBe(201);
    const answer = `/api/answers/${created.body.id as string}`;
    const departmentId = world.approver.departmentIds[0];
    expect((await call('anna', 'POST', `${answer}/versions/1/submission`)).body.state).toBe('in_review');
    expect((await call('antoine', 'GET', '/api/answers?awaitingMe=true')).body).toMatchObject({
      awaitingMe: 1,
      items: [{ id: created.body.id }],
    });
    const decision = { departmentId, decision: 'approved' };
    expect((await call('anna', 'POST', `${answer}/versions/1/approvals`, decision)).body.code).toBe(
      'not-allowed',
    );
    expect((await call('boris', 'POST', `${answer}/versions/1/approvals`, decision)).body.code).toBe(
      'not-your-department',
    );
    const silent = await call('antoine', 'POST', `${answer}/versions/1/approvals`, {
      departmentId,
      decision: 'refused',
    });
    expect(silent.body.errors[0].field).toBe('comment');
    const approved = await call('antoine', 'POST', `${answer}/versions/1/approvals`, decision);
    expect(approved.body).toMatchObject({ state: 'approved', currentVersionNumber: 1 });
    variantId = approved.body.versions[0].variants[0].id;
    expect((await call('admin', 'POST', '/api/answers', { content: world.content() })).status).toBe(403);
    expect(
      (await call('anna', 'GET', '/api/answers?state=approved&search=rembours')).body.items,
    ).toHaveLength(1);
  });

  it('a mention finds it, shows it and gets it once', async () => {
    const mention = `/api/mentions/${await world.mention()}`;
    const found = await call('anna', 'GET', `${mention}/suggestions?search=remboursement`);
    expect(found.body.items[0].variantId).toBe(variantId);
    const choice = { answerVariantId: variantId, placeholders: { first_name: 'Zoé' } };
    expect((await call('anna', 'POST', `${mention}/replies/preview`, choice)).body.text).toContain(
      'Bonjour Zoé,',
    );
    expect(
      (await call('anna', 'POST', `${mention}/replies`, { ...choice, text: 'Non.' })).body,
    ).toMatchObject({
      status: 422,
      code: 'invalid-input',
      errors: [{ field: 'text' }],
    });
    expect((await call('camille', 'POST', `${mention}/replies`, choice)).body.code).toBe('not-allowed');
    expect(
      (await call('anna', 'POST', `${mention}/replies`, choice, { 'idempotency-key': 'a b' })).body.errors[0]
        .field,
    ).toBe('Idempotency-Key');
    const key = { 'idempotency-key': 'once' };
    const sent = await call('anna', 'POST', `${mention}/replies`, choice, key);
    const again = await call('anna', 'POST', `${mention}/replies`, choice, key);
    expect([sent.status, again.status]).toEqual([201, 201]);
    expect(again.body.id).toBe(sent.body.id);
    expect((await call('boris', 'POST', `${mention}/replies`, choice)).body).toMatchObject({
      code: 'reply-under-way',
      params: { by: 'Anna' },
    });
    const part = app.get(RepliesWorker).part();
    const [id] = (await part.due?.['reply.publish']?.()) ?? [];
    await part.handlers?.['reply.publish']?.({ id: id!, attempt: 1, signal: new AbortController().signal });
    const { body } = await call('boris', 'GET', '/api/replies?state=sent');
    expect(body.items).toMatchObject([{ id: sent.body.id, externalId: 'post-1', answerVersionNumber: 1 }]);
    expect(
      (await call('anna', 'POST', `/api/replies/${sent.body.id as string}/cancellation`)).body.code,
    ).toBe('transition-not-allowed');
    expect(
      (await call('anna', 'POST', `/api/replies/${sent.body.id as string}/reading-back`)).body.code,
    ).toBe('transition-not-allowed');
    const { body: library } = await call('anna', 'GET', '/api/answers');
    expect(library.items[0].timesUsed).toBe(1);
    await app.get(AnswersWorker).part().ticks?.[0]?.run(new AbortController().signal);
  });
});
