import { FaultyServer, type NetworkReply, type NetworkRequest } from './faulty-server.js';

interface Stored {
  id: string;
  properties: Record<string, string>;
  archived: boolean;
  changedAt: number;
}

interface Filter {
  propertyName: string;
  operator: string;
  value?: string;
  highValue?: string;
}

const CONTACTS = '/crm/v3/objects/contacts';
const PROPERTIES = '/crm/v3/properties/contacts';
const STANDARD = ['firstname', 'lastname', 'email', 'phone', 'company', 'twitterhandle', 'lastmodifieddate'];
const MOST_RESULTS = 10_000;

/** Contacts of HubSpot's CRM API v3 as a real HTTP server, as far as a sync meets it. */
export class HubspotServer extends FaultyServer {
  readonly token = 'pat-na1-simulated';
  portalId = 4242;
  /** How far its clock is ahead of ours. */
  aheadMs = 0;
  /** False: the token lacks a scope. */
  mayWrite = true;
  readonly contacts = new Map<string, Stored>();
  readonly properties = new Map<string, { hasUniqueValue: boolean }>();
  /** Ids of records that were merged, to the record that is left. */
  private readonly merged = new Map<string, string>();
  private lastId = 1000;
  private lastMoment = 0;

  /** Somebody adds a contact at HubSpot. */
  add(properties: Record<string, string>): string {
    this.lastId += 1;
    const id = String(this.lastId);
    this.contacts.set(id, { id, properties: {}, archived: false, changedAt: 0 });
    this.edit(id, properties);
    return id;
  }

  /** Somebody changes one there. */
  edit(id: string, properties: Record<string, string>): void {
    const contact = this.contacts.get(id)!;
    for (const [name, value] of Object.entries(properties)) {
      contact.properties[name] = name === 'email' ? value.toLowerCase() : value;
    }
    // Each change has a moment of its own.
    this.lastMoment = Math.max(this.lastMoment + 1, Date.now() + this.aheadMs);
    contact.changedAt = this.lastMoment;
  }

  archive(id: string): void {
    this.contacts.get(id)!.archived = true;
  }

  /** Somebody merges the second into the first. */
  merge(keptId: string, otherId: string): void {
    this.archive(otherId);
    this.merged.set(otherId, keptId);
    const former = [...this.merged].filter(([, kept]) => kept === keptId).map(([id]) => id);
    this.edit(keptId, { hs_merged_object_ids: former.join(';') });
  }

  get(id: string): Record<string, string> {
    return this.contacts.get(id)!.properties;
  }

  /** Requests of a method to a path that ends so. */
  asked(method: string, end = ''): NetworkRequest[] {
    return this.requests.filter((one) => one.method === method && one.url.pathname.endsWith(end));
  }

  protected answer(request: NetworkRequest): NetworkReply {
    if (request.headers.authorization !== `Bearer ${this.token}`) {
      return refusal(401, 'INVALID_AUTHENTICATION', 'Authentication credentials not found.');
    }
    const reply = this.route(request);
    return {
      ...reply,
      headers: { date: new Date(Date.now() + this.aheadMs).toUTCString(), ...reply.headers },
    };
  }

  private route({ method, url, body }: NetworkRequest): NetworkReply {
    const path = url.pathname;
    if (path === '/account-info/v3/details') {
      return { json: { portalId: this.portalId, uiDomain: 'app.hubspot.com', timeZone: 'Europe/Paris' } };
    }
    if (path === PROPERTIES) return this.makeProperty(body as { name: string; hasUniqueValue: boolean });
    if (path.startsWith(`${PROPERTIES}/`)) {
      const name = path.slice(PROPERTIES.length + 1);
      return this.properties.has(name)
        ? { json: { name } }
        : refusal(404, 'OBJECT_NOT_FOUND', 'No such property');
    }
    if (path === `${CONTACTS}/search`) return this.search(body as Parameters<HubspotServer['search']>[0]);
    if (path === `${CONTACTS}/batch/read`)
      return this.batch(body as { inputs: { id: string }[]; properties: string[] });
    if (path === CONTACTS && method === 'POST') {
      return this.write(null, (body as { properties: Record<string, string> }).properties);
    }
    const id = decodeURIComponent(path.slice(CONTACTS.length + 1));
    const found = this.find(id, url.searchParams.get('idProperty'));
    if (method === 'DELETE') {
      if (found) found.archived = true;
      return { status: 204, json: null };
    }
    if (!found) return refusal(404, 'OBJECT_NOT_FOUND', 'resource not found');
    if (method === 'PATCH')
      return this.write(found, (body as { properties: Record<string, string> }).properties);
    return { json: shown(found, (url.searchParams.get('properties') ?? '').split(',')) };
  }

  private find(id: string, idProperty: string | null): Stored | null {
    if (idProperty !== null) {
      return (
        [...this.contacts.values()].find((one) => !one.archived && one.properties[idProperty] === id) ?? null
      );
    }
    const contact = this.contacts.get(this.merged.get(id) ?? id);
    return contact && !contact.archived ? contact : null;
  }

  private write(contact: Stored | null, properties: Record<string, string>): NetworkReply {
    if (!this.mayWrite)
      return refusal(403, 'MISSING_SCOPES', 'This app has no scope crm.objects.contacts.write');
    for (const [name, value] of Object.entries(properties)) {
      if (!STANDARD.includes(name) && !this.properties.has(name)) {
        return refusal(400, 'VALIDATION_ERROR', `Property "${name}" does not exist`);
      }
      const unique = name === 'email' || this.properties.get(name)?.hasUniqueValue;
      const holder = [...this.contacts.values()].find(
        (one) =>
          one !== contact && !one.archived && value !== '' && one.properties[name] === value.toLowerCase(),
      );
      if (unique && holder) {
        return name === 'email'
          ? refusal(409, 'CONFLICT', `Contact already exists. Existing ID: ${holder.id}`)
          : refusal(400, 'VALIDATION_ERROR', `${value} already has that value.`);
      }
    }
    if (contact) this.edit(contact.id, properties);
    const id = contact?.id ?? this.add(properties);
    return { status: contact ? 200 : 201, json: shown(this.contacts.get(id)!, Object.keys(properties)) };
  }

  private makeProperty({ name, hasUniqueValue }: { name: string; hasUniqueValue: boolean }): NetworkReply {
    if (this.properties.has(name)) return refusal(409, 'CONFLICT', 'The property exists');
    this.properties.set(name, { hasUniqueValue });
    return { status: 201, json: { name } };
  }

  private batch({ inputs, properties }: { inputs: { id: string }[]; properties: string[] }): NetworkReply {
    if (inputs.length > 100) return refusal(400, 'VALIDATION_ERROR', 'at most 100 inputs');
    const found = inputs.flatMap(({ id }) => {
      const contact = this.contacts.get(id);
      return contact && !contact.archived ? [contact] : [];
    });
    return {
      status: found.length < inputs.length ? 207 : 200,
      json: { status: 'COMPLETE', results: found.map((one) => shown(one, properties)) },
    };
  }

  private search(body: {
    filterGroups: { filters: Filter[] }[];
    properties: string[];
    limit: number;
    after?: string;
  }): NetworkReply {
    const from = Number(body.after ?? 0);
    if (body.limit > 200) return refusal(400, 'VALIDATION_ERROR', 'limit is too high');
    if (from + body.limit > MOST_RESULTS)
      return refusal(400, 'VALIDATION_ERROR', 'paging beyond 10,000 results');
    const all = [...this.contacts.values()]
      .filter((one) => !one.archived)
      .filter(
        (one) =>
          body.filterGroups.length === 0 ||
          body.filterGroups.some(({ filters }) => filters.every((filter) => passes(one, filter))),
      )
      .sort((a, b) => Number(a.id) - Number(b.id));
    const results = all.slice(from, from + body.limit);
    const next = from + body.limit;
    return {
      json: {
        total: all.length,
        results: results.map((one) => shown(one, body.properties)),
        ...(next < all.length ? { paging: { next: { after: String(next) } } } : {}),
      },
    };
  }
}

function passes(contact: Stored, { propertyName, operator, value = '', highValue = '' }: Filter): boolean {
  const own = propertyName === 'lastmodifieddate' ? contact.changedAt : Number(contact.id);
  if (operator === 'BETWEEN') return own >= Number(value) && own <= Number(highValue);
  if (operator === 'GT') return own > Number(value);
  throw new Error(`the simulator knows no operator ${operator}`);
}

function shown({ id, properties, archived, changedAt }: Stored, wanted: readonly string[]) {
  const moment = new Date(changedAt).toISOString();
  const all: Record<string, string> = { ...properties, lastmodifieddate: moment, hs_object_id: id };
  return {
    id,
    properties: Object.fromEntries(wanted.map((name) => [name, all[name] || null])),
    createdAt: moment,
    updatedAt: moment,
    archived,
  };
}

function refusal(status: number, category: string, message: string): NetworkReply {
  return { status, json: { status: 'error', category, message, correlationId: 'simulated' } };
}
