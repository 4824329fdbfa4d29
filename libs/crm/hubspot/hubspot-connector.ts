import { z } from 'zod';
import type { CrmAccess, CrmAccount, CrmConnector, CrmCursor, CrmPage, CrmRecord } from '../connector.js';
import {
  ACCOUNTS_PROPERTY,
  propertiesOf,
  READ_PROPERTIES,
  recordOf,
  recordSchema,
  REFERENCE_PROPERTY,
} from './hubspot-record.js';
import { askHubspot, shaped, textIn } from './hubspot-request.js';

const CONTACTS = '/crm/v3/objects/contacts';
const PROPERTIES = '/crm/v3/properties/contacts';
const PAGE = 100;
/** The index of the search lags behind, and so may a clock: each reading begins before the end of the last one. */
export const OVERLAP_MS = 5 * 60_000;

const accountSchema = z.object({ portalId: z.int(), uiDomain: z.string().regex(/^[a-z0-9.-]+$/) });
const resultsSchema = z.object({ results: z.array(recordSchema) });
const cursorSchema = z.object({ since: z.string(), until: z.string(), afterId: z.string() });

const OWN_PROPERTIES = [
  {
    name: REFERENCE_PROPERTY,
    label: 'Passerelle reference',
    description: 'Ties the record to its contact in Passerelle; not to be changed.',
    hasUniqueValue: true,
  },
  {
    name: ACCOUNTS_PROPERTY,
    label: 'Accounts on social networks',
    description: 'Written by Passerelle.',
    hasUniqueValue: false,
  },
];

/** Contacts of HubSpot, by its CRM API v3 with the token of a private app. */
export const hubspotConnector: CrmConnector = {
  capabilities: { versionCheck: false, safeCreate: true },

  async verify(access): Promise<CrmAccount> {
    const answer = await askHubspot(access, '/account-info/v3/details');
    const { portalId, uiDomain } = shaped(accountSchema, answer);
    await search(access, [], 1);
    return {
      id: String(portalId),
      recordAddress: `https://${uiDomain}/contacts/${portalId}/record/0-1/`,
      missing: await missingProperties(access),
    };
  },

  async prepare(access) {
    const missing = await missingProperties(access);
    for (const property of OWN_PROPERTIES.filter(({ name }) => missing.includes(name))) {
      const body = { ...property, groupName: 'contactinformation', type: 'string', fieldType: 'text' };
      // 409: somebody else was quicker.
      await askHubspot(access, PROPERTIES, { method: 'POST', body, expects: [409] });
    }
  },

  /**
   * A window of time is read in the order of ids, each page beginning after the last id: so nothing is left out when
   * records change meanwhile, and the limit of 10,000 results of one search is never met.
   */
  async changedSince(access, cursor): Promise<CrmPage> {
    const { since, until, afterId } = cursorSchema.parse(cursor ?? (await window(access, null)));
    if (afterId === 'end') return this.changedSince(access, await window(access, until));
    const records = await search(
      access,
      [
        { propertyName: 'lastmodifieddate', operator: 'BETWEEN', value: since, highValue: until },
        { propertyName: 'hs_object_id', operator: 'GT', value: afterId },
      ],
      PAGE,
    );
    const last = records.at(-1);
    const end = records.length < PAGE || !last;
    return { records, end, cursor: { since, until, afterId: end ? 'end' : last.id } };
  },

  read: (access, id) => readOne(access, `${CONTACTS}/${encodeURIComponent(id)}`),

  async readMany(access, ids): Promise<CrmRecord[]> {
    if (ids.length === 0) return [];
    const body = { properties: READ_PROPERTIES, inputs: ids.map((id) => ({ id })) };
    // 207: some of them are not there.
    const answer = await askHubspot(access, `${CONTACTS}/batch/read`, { method: 'POST', body });
    return shaped(resultsSchema, answer).results.map(recordOf);
  },

  async create(access, reference, values) {
    const known = await readByReference(access, reference);
    if (known) return { record: known };
    const body = { properties: { ...propertiesOf(values), [REFERENCE_PROPERTY]: reference } };
    const { status, json } = await askHubspot(access, CONTACTS, {
      method: 'POST',
      body,
      expects: [400, 409],
    });
    if (status === 201) return { record: recordOf(shaped(recordSchema, { json })) };
    // Ours after all: the first try went through and its answer was lost.
    const made = await readByReference(access, reference);
    if (made) return { record: made };
    const message = textIn(json, 'message');
    if (status === 400) throw new Error(`HubSpot does not take the contact: ${message}`);
    return { taken: /Existing ID:\s*(\d+)/.exec(message)?.[1] ?? null };
  },

  async update(access, id, values) {
    const { status, json } = await askHubspot(access, `${CONTACTS}/${encodeURIComponent(id)}`, {
      method: 'PATCH',
      body: { properties: propertiesOf(values) },
      expects: [404],
    });
    if (status === 404) return null;
    // The answer holds only some of the properties.
    return this.read(access, shaped(recordSchema, { json }).id);
  },

  async archive(access, id) {
    await askHubspot(access, `${CONTACTS}/${encodeURIComponent(id)}`, { method: 'DELETE', expects: [404] });
  },
};

/** From where the last one ended up to now, by the clock of HubSpot. */
async function window(access: CrmAccess, before: string | null): Promise<CrmCursor> {
  const { headers } = await askHubspot(access, '/account-info/v3/details');
  const now = Date.parse(headers.get('date') ?? '');
  // The header has whole seconds: this one is not over, and the next window reads its rest again.
  const until = (Number.isNaN(now) ? Date.now() : now) + 999;
  const since = before === null ? 0 : Math.max(0, Math.min(Number(before), until) - OVERLAP_MS);
  return { since: String(since), until: String(until), afterId: '0' };
}

async function search(access: CrmAccess, filters: readonly object[], limit: number): Promise<CrmRecord[]> {
  const answer = await askHubspot(access, `${CONTACTS}/search`, {
    method: 'POST',
    body: {
      filterGroups: filters.length > 0 ? [{ filters }] : [],
      sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }],
      properties: READ_PROPERTIES,
      limit,
    },
  });
  return shaped(resultsSchema, answer).results.map(recordOf);
}

async function readOne(access: CrmAccess, path: string, idProperty = ''): Promise<CrmRecord | null> {
  const query = new URLSearchParams({ properties: READ_PROPERTIES.join(',') });
  if (idProperty) query.set('idProperty', idProperty);
  const { status, json } = await askHubspot(access, `${path}?${query}`, { expects: [404] });
  return status === 404 ? null : recordOf(shaped(recordSchema, { json }));
}

function readByReference(access: CrmAccess, reference: string): Promise<CrmRecord | null> {
  return readOne(access, `${CONTACTS}/${encodeURIComponent(reference)}`, REFERENCE_PROPERTY);
}

async function missingProperties(access: CrmAccess): Promise<string[]> {
  const found: string[] = [];
  for (const { name } of OWN_PROPERTIES) {
    const { status } = await askHubspot(access, `${PROPERTIES}/${name}`, { expects: [404] });
    if (status !== 404) found.push(name);
  }
  return OWN_PROPERTIES.map(({ name }) => name).filter((name) => !found.includes(name));
}
