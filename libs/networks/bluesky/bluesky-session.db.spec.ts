import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BlueskyServer } from '../../../tests/simulators/bluesky-server.js';
import { HostileSpace } from '../hostile.fixture.js';
import { OPENABLE } from '../source-access.js';
import { BlueskyConnector } from './bluesky-connector.js';

const { signal } = new AbortController();
let space: HostileSpace;
beforeAll(async () => {
  space = await HostileSpace.open();
});
afterAll(() => space?.close());

describe('the session of a Bluesky source', () => {
  it('is kept sealed, used again, and made anew when it has run out', async () => {
    const there = await new BlueskyServer().listen();
    const { access } = space;
    const [{ id }] = await space.dataSource.query(
      `insert into source (network, realm, name, settings, sealed_credentials, pull_every_seconds)
       values ('bluesky', 'live', 'L', $1, $2, 60) returning id`,
      [there.settings, access.seal(there.credentials)],
    );
    const open = async () =>
      access.open((await space.dataSource.query(`select ${OPENABLE} from source where id = $1`, [id]))[0]);
    const connector = new BlueskyConnector();
    await connector.readPage(await open(), null, signal);
    await connector.readPage(await open(), null, signal);
    const signIns = () => there.requests.filter(({ url }) => url.pathname.includes('createSession')).length;
    expect(signIns()).toBe(1);
    there.expire();
    await connector.readPage(await open(), null, signal);
    expect(signIns()).toBe(1);
    expect((await open()).credentials).toMatchObject({ accessJwt: `access-${there.sessions}` });
    const [{ sealed }] = await space.dataSource.query(
      `select encode(sealed_credentials, 'escape') as sealed from source where id = $1`,
      [id],
    );
    expect(sealed).not.toMatch(/access-|app-password/);
    await there.stop();
  });
});
