import { describe, expect, it } from '@jest/globals';
import { YouTubeServer } from '../../../tests/simulators/youtube-server.js';
import { tokenAddress, youtubeCredentials, youtubeSettings } from './youtube-settings.js';

const fieldsOf = (result: { success: boolean; error?: { issues: { path: PropertyKey[] }[] } | undefined }) =>
  result.error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('what a person gives to connect YouTube', () => {
  it.each([
    'dQw4w9WgXcQ',
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=42s',
    'youtu.be/dQw4w9WgXcQ?si=x',
    'https://m.youtube.com/shorts/dQw4w9WgXcQ',
    'https://www.youtube.com/live/dQw4w9WgXcQ?feature=share',
  ])('names a video: %s', (term) => {
    expect(youtubeSettings.parse({ watch: 'video', term }).term).toBe('dQw4w9WgXcQ');
  });

  it.each([
    [{ watch: 'video' }, 'term'],
    [{ watch: 'video', term: 'https://vimeo.com/dQw4w9WgXcQ' }, 'term'],
    [{ watch: 'video', term: 'a video' }, 'term'],
    [{ watch: 'channel', term: 'Lumen' }, 'term'],
    [{ watch: 'everything' }, 'watch'],
    [{ watch: 'channel', dailyQuota: 'a lot' }, 'dailyQuota'],
    [{ watch: 'channel', dailyQuota: '5000', reserve: '5000' }, 'reserve'],
    [{ watch: 'channel', reserve: '-1' }, 'reserve'],
  ])('names the field at fault in %j', (given, field) => {
    expect(fieldsOf(youtubeSettings.safeParse(given))).toEqual([field]);
  });

  it('takes the usual quota where none is given, and is the same when it is read again', () => {
    const settings = youtubeSettings.parse({ watch: 'channel', term: '@lumen', dailyQuota: '20000' });
    expect(settings).toMatchObject({ dailyQuota: 20_000, reserve: 1000 });
    expect(youtubeSettings.parse(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
  });

  it('is a key that reads, or the three parts of an account', () => {
    const { clientId, clientSecret, refreshToken } = new YouTubeServer().credentials;
    expect(youtubeCredentials.parse({ apiKey: 'k' })).toEqual({ apiKey: 'k' });
    expect(youtubeCredentials.safeParse({ clientId, clientSecret, refreshToken }).success).toBe(true);
    expect(fieldsOf(youtubeCredentials.safeParse({}))).toEqual(['clientId', 'clientSecret', 'refreshToken']);
    expect(fieldsOf(youtubeCredentials.safeParse({ apiKey: 'k', clientId }))).toEqual([
      'clientSecret',
      'refreshToken',
    ]);
  });

  it('leads the tokens to Google, or to what stands in for it', () => {
    expect(tokenAddress(youtubeSettings.parse({ watch: 'channel' })).href).toBe(
      'https://oauth2.googleapis.com/token',
    );
    expect(tokenAddress(youtubeSettings.parse({ watch: 'channel', server: 'http://10.0.0.7:81' })).href).toBe(
      'http://10.0.0.7:81/token',
    );
  });
});
