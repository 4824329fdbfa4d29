import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { SourceView } from '../connector.js';
import { askNetwork } from '../network-request.js';
import { xFailure } from './x-failure.js';
import { xSettings } from './x-settings.js';

const bearerSchema = z.object({ access_token: z.string().min(1) });

/** The same for sources of one application at one server, and no secret: X lets an application listen once. */
export function applicationOf({ settings, credentials }: SourceView): string {
  const { server } = xSettings.parse(settings);
  return createHash('sha256')
    .update(`x application ${server} ${credentials['apiKey'] ?? ''}`)
    .digest('hex');
}

/** The stream is given to applications, not to accounts: with what their key and secret open. It is not kept. */
export async function bearerOf(source: SourceView, signal: AbortSignal): Promise<string> {
  const { server } = xSettings.parse(source.settings);
  const { apiKey = '', apiSecret = '' } = source.credentials;
  const basic = Buffer.from(`${encodeURIComponent(apiKey)}:${encodeURIComponent(apiSecret)}`).toString(
    'base64',
  );
  const { status, json, headers } = await askNetwork(
    // Its limits say nothing of how much may be read.
    { ...source, noteQuota: () => undefined },
    new URL('/oauth2/token', server),
    {
      method: 'POST',
      form: { grant_type: 'client_credentials' },
      headers: { authorization: `Basic ${basic}` },
    },
    signal,
  );
  if (status >= 300) throw xFailure({ status, json, headers }, 'POST');
  return bearerSchema.parse(json).access_token;
}
