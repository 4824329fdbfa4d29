import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { ConnectForm } from '#contract/networks';
import { allowPrivateAddress, secret, serverAddress } from '../connect-settings.js';

const USUAL_SERVER = 'https://graph.facebook.com';
const USUAL_VERSION = 'v23.0';

/** Of Facebook and of Instagram alike: both are read by the Graph API. */
export const META_FIELDS = {
  appId: z
    .string()
    .trim()
    .regex(/^\d{5,20}$/, { error: 'is the number that Meta shows as App ID' }),
  /** Where the API is reached: Meta itself, or what stands in for it. */
  server: serverAddress.default(USUAL_SERVER),
  version: z
    .string()
    .trim()
    .regex(/^v\d{1,3}\.\d$/, { error: 'is written as v23.0' })
    .default(USUAL_VERSION),
  /** What Meta shows when it asks whether deliveries are wanted at our address; made up when nobody gives one. */
  verifyToken: z
    .string()
    .trim()
    .min(8)
    .max(100)
    .default(() => randomBytes(12).toString('hex')),
  allowPrivateAddress,
};
export const metaSettings = z.object(META_FIELDS).strict();
/** What both have in common, of settings that were read before. */
export const graphSettings = z.object(META_FIELDS);

export const metaCredentials = z.object({ accessToken: secret, appSecret: secret }).strict();

export const META_FORM: ConnectForm = {
  watches: [],
  everySeconds: 300,
  fields: [
    { name: 'appId', kind: 'text', required: true, watches: null, usual: null },
    { name: 'appSecret', kind: 'secret', required: true, watches: null, usual: null },
    { name: 'accessToken', kind: 'secret', required: true, watches: null, usual: null },
    { name: 'server', kind: 'url', required: true, watches: null, usual: USUAL_SERVER },
    { name: 'version', kind: 'text', required: true, watches: null, usual: USUAL_VERSION },
    { name: 'allowPrivateAddress', kind: 'flag', required: false, watches: null, usual: null },
  ],
};
