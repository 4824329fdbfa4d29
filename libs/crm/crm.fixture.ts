import { randomBytes } from 'node:crypto';
import type { Actor } from '#platform/http';
import { Seals } from '#platform/sealing';
import { HubspotServer } from '../../tests/simulators/hubspot-server.js';
import { ContactsService, nameOnly } from '../contacts/contacts.service.js';
import { MergeAndEraseService } from '../contacts/merge-and-erase.service.js';
import { type SpecWorkspace, specWorkspace } from '../mentions/workspace.fixture.js';
import { CrmAccesses } from './crm-access.js';
import { CrmPass } from './crm-pass.job.js';
import { CrmQuestionsService } from './crm-questions.service.js';
import { CrmService } from './crm.service.js';
import type { Direction } from './synced-values.js';

/** For tests: people and contacts beside a CRM that each test finds empty. */
export class CrmWorld {
  hubspot!: HubspotServer;
  readonly contacts: ContactsService;
  readonly ends: MergeAndEraseService;
  readonly crm: CrmService;
  readonly questions: CrmQuestionsService;
  readonly pass: CrmPass;

  private constructor(
    private readonly space: SpecWorkspace,
    readonly anna: Actor,
    readonly boss: Actor,
  ) {
    const { dataSource } = space;
    const secretKey = randomBytes(32).toString('base64');
    const accesses = new CrmAccesses(new Seals({ dataDirectory: '/nowhere', secretKey } as never));
    this.contacts = new ContactsService(dataSource);
    this.ends = new MergeAndEraseService(dataSource);
    this.crm = new CrmService(dataSource, accesses);
    this.questions = new CrmQuestionsService(dataSource);
    this.pass = new CrmPass(dataSource, accesses);
  }

  static async make(): Promise<CrmWorld> {
    const space = await specWorkspace();
    const anna = await space.person('Anna', 'community_manager');
    return new CrmWorld(space, anna, await space.person('Root', 'administrator'));
  }

  async close(): Promise<void> {
    await this.space.close();
  }

  async begin(): Promise<void> {
    this.hubspot = await new HubspotServer().listen();
  }

  /** Forgets the connection and what came of it; contacts stay, without reference and address. */
  async empty(): Promise<void> {
    await this.query('delete from crm_connection');
    await this.query('delete from crm_forgotten');
    await this.query(`update contact set crm_system = null, crm_id = null, email = null`);
    await this.hubspot.stop();
  }

  query(sql: string, values: unknown[] = []) {
    return this.space.dataSource.query(sql, values);
  }

  given() {
    return { baseAddress: this.hubspot.url, token: this.hubspot.token, allowPrivate: true };
  }

  connect(direction: Direction = 'both') {
    return this.crm.connect(this.boss, { ...this.given(), direction, consent: true });
  }

  /** One pass, now, whatever the last one said. */
  async sync() {
    const [[row]] = await this.query(`update crm_connection set next_pass_at = now() returning id`);
    await this.pass.run(row.id, new AbortController().signal);
    const { connection } = await this.crm.read();
    if (!connection) throw new Error('no CRM is connected');
    return connection;
  }

  contact(name: string, email: string) {
    return this.contacts.create(this.anna, { ...nameOnly(name), email, realm: 'live', authorIds: [] });
  }

  /** A contact here and its record there, in step. */
  async linked(name: string, there: Record<string, string> = {}) {
    const [firstname = '', lastname = ''] = name.split(' ');
    const recordId = this.hubspot.add({ firstname, lastname, ...there });
    const contact = await this.contacts.create(this.anna, {
      ...nameOnly(name),
      crmSystem: 'hubspot',
      crmId: recordId,
      realm: 'live',
      authorIds: [],
    });
    await this.sync();
    return { contactId: contact.id, recordId };
  }

  here(contactId: string) {
    return this.contacts.read(this.anna, contactId);
  }

  async change(contactId: string, fields: Record<string, string | null>) {
    const { name, organisation, language, note, email, phone, crmSystem, crmId, version } =
      await this.here(contactId);
    const before = { name, organisation, language, note, email, phone, crmSystem, crmId };
    return this.contacts.change(this.anna, contactId, version, { ...before, ...fields });
  }

  async linkOf(contactId: string) {
    return (await this.questions.ofContact(contactId)).link;
  }

  async openConflicts() {
    return (await this.questions.conflicts({ limit: 20 })).items;
  }
}

/** The code of the problem that a piece of work ends in, or `done`. */
export const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );
