import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FeedServer } from '../../../tests/simulators/feed-server.js';
import { isPublicAddress } from './address.js';
import { AddressRefused, closeOutgoing, guardedFetch } from './guarded-fetch.js';

let site: FeedServer;
beforeAll(async () => {
  site = await FeedServer.start();
});
afterAll(async () => {
  await site.stop();
  await closeOutgoing();
});
beforeEach(() => {
  site.requests.length = 0;
});

describe('an address given by a user', () => {
  it.each([
    ['127.0.0.1', false],
    ['10.1.2.3', false],
    ['172.16.0.1', false],
    ['192.168.1.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['224.0.0.1', false],
    ['::1', false],
    ['fe80::1', false],
    ['fd00::1', false],
    ['::ffff:127.0.0.1', false],
    ['64:ff9b::7f00:1', false],
    ['2002:7f00:1::', false],
    ['not an address', false],
    ['93.184.216.34', true],
    ['2606:2800:220:1:248:1893:25c8:1946', true],
  ])('%s is public: %s', (address, expected) => {
    expect(isPublicAddress(address)).toBe(expected);
  });

  it.each([
    ['by number', '127.0.0.1'],
    ['by a name', 'localhost'],
    ['written as one number', '2130706433'],
    ['written in hexadecimal', '0x7f000001'],
    ['written short', '127.1'],
    ['as IPv6 that holds IPv4', '[::ffff:127.0.0.1]'],
  ])('that leads to our own machine %s is not asked', async (_, host) => {
    site.serve('/', { body: 'secret' });
    await expect(guardedFetch(site.url('/', host), { mayReach: isPublicAddress })).rejects.toThrow(
      AddressRefused,
    );
    expect(site.requests).toEqual([]);
  });

  it.each(['http://127.0.0.1/', 'http://localhost/', 'file:///etc/passwd', 'ftp://127.0.0.2/'])(
    'is checked again at a redirect to %s',
    async (location) => {
      // Only this one machine stands for the public internet; all else is refused.
      let asked = 0;
      const mayReach = (address: string) => address === '127.0.0.1' && asked++ === 0;
      site.serve('/moved', { status: 302, headers: { location } });
      await expect(guardedFetch(site.url('/moved'), { mayReach })).rejects.toThrow(AddressRefused);
      expect(site.requests).toHaveLength(1);
    },
  );

  it('is followed through redirects, but not round and round', async () => {
    const mayReach = () => true;
    site.serve('/old', { status: 301, headers: { location: '/new' } });
    site.serve('/new', { body: 'here' });
    expect(await guardedFetch(site.url('/old'), { mayReach })).toMatchObject({
      status: 200,
      body: 'here',
      url: site.url('/new'),
    });
    site.serve('/round', { status: 302, headers: { location: '/round' } });
    await expect(guardedFetch(site.url('/round'), { mayReach })).rejects.toThrow(/redirects/);
  });

  it('that does not answer in time is given up', async () => {
    site.serve('/slow', { after: 3000, body: 'late' });
    await expect(guardedFetch(site.url('/slow'), { mayReach: () => true, timeoutMs: 50 })).rejects.toThrow(
      /time/i,
    );
  });
});
