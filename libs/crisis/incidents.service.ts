import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { InputOf, Realm, ResponseOf } from '#platform/contract';
import { inTransaction } from '#platform/database';
import { JOB_QUEUE, type JobQueue } from '#platform/jobs';
import { attachSubject, detachSubject, readAttachments } from './attach.js';
import type * as contract from './contract.js';
import { declare } from './declare.js';
import type { IncidentActor } from './incident-record.js';
import { listPage } from './list-incidents.js';
import { writeEntry } from './log.js';
import { changeFields, freeze, moveState, unfreeze } from './moves.js';
import { answerOffer, offer } from './offers.js';
import { readPlaybooks, storePlaybook } from './playbooks.js';
import { prepareDeclaration } from './prepare.js';
import { decline, readProposals } from './proposals.js';
import { readIncidentDetail } from './read-incident.js';
import { readLogEntry, readTimeline } from './read-timeline.js';
import { addTask, changeTask } from './tasks.js';

/** What people do with incidents; each act is one transaction. */
@Injectable()
export class IncidentsService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
  ) {}

  list(query: InputOf<typeof contract.listIncidents>['query']) {
    return listPage(this.dataSource.manager, query, new Date());
  }

  read(incidentId: string): Promise<contract.IncidentDetail> {
    return readIncidentDetail(this.dataSource.manager, incidentId, new Date());
  }

  proposals(realm: Realm): Promise<contract.IncidentProposal[]> {
    return readProposals(this.dataSource.manager, realm);
  }

  declineProposal(actor: IncidentActor, proposalId: string, reason: string) {
    return inTransaction(this.dataSource, ({ manager }) =>
      decline(manager, actor, proposalId, reason, new Date()),
    );
  }

  prepare(topicId: string, realm: Realm): Promise<contract.IncidentDraft> {
    return prepareDeclaration(this.dataSource.manager, topicId, realm, new Date());
  }

  async declare(actor: IncidentActor, body: InputOf<typeof contract.declareIncident>['body']) {
    const id = await inTransaction(this.dataSource, ({ manager }) =>
      declare(manager, actor, body, new Date()),
    );
    return this.read(id);
  }

  change(actor: IncidentActor, incidentId: string, body: InputOf<typeof contract.changeIncident>['body']) {
    return this.act(incidentId, (manager, now) => changeFields(manager, actor, incidentId, body, now));
  }

  move(actor: IncidentActor, incidentId: string, body: InputOf<typeof contract.moveIncidentState>['body']) {
    return this.act(incidentId, (manager, now) => moveState(manager, actor, incidentId, body, now));
  }

  freeze(actor: IncidentActor, incidentId: string, reason: string) {
    return this.act(incidentId, (manager, now) => freeze(manager, actor, incidentId, reason, now));
  }

  async unfreeze(actor: IncidentActor, incidentId: string, reason: string) {
    await inTransaction(this.dataSource, (transaction) =>
      unfreeze(transaction, this.jobs, actor, incidentId, reason, new Date()),
    );
    return this.read(incidentId);
  }

  offer(actor: IncidentActor, incidentId: string, body: InputOf<typeof contract.offerRole>['body']) {
    return this.act(incidentId, (manager, now) => offer(manager, actor, incidentId, body, now));
  }

  answerOffer(
    actor: IncidentActor,
    at: { incidentId: string; offerId: string },
    body: InputOf<typeof contract.answerOffer>['body'],
  ) {
    return this.act(at.incidentId, (manager, now) => answerOffer(manager, actor, at, body, now));
  }

  addTask(actor: IncidentActor, incidentId: string, body: InputOf<typeof contract.addTask>['body']) {
    return this.act(incidentId, (manager, now) => addTask(manager, actor, incidentId, body, now));
  }

  changeTask(
    actor: IncidentActor,
    at: { incidentId: string; taskId: string },
    body: InputOf<typeof contract.changeTask>['body'],
  ) {
    return this.act(at.incidentId, (manager, now) => changeTask(manager, actor, at, body, now));
  }

  log(
    incidentId: string,
    query: InputOf<typeof contract.readIncidentLog>['query'],
  ): Promise<ResponseOf<typeof contract.readIncidentLog>> {
    return readTimeline(this.dataSource.manager, incidentId, query);
  }

  write(
    actor: IncidentActor,
    incidentId: string,
    body: InputOf<typeof contract.writeLogEntry>['body'],
  ): Promise<contract.TimelineEntry> {
    return inTransaction(this.dataSource, async ({ manager }) =>
      readLogEntry(manager, incidentId, await writeEntry(manager, actor, incidentId, body, new Date())),
    );
  }

  attached(incidentId: string) {
    return readAttachments(this.dataSource.manager, incidentId);
  }

  async attach(actor: IncidentActor, at: InputOf<typeof contract.attach>['params']) {
    await inTransaction(this.dataSource, ({ manager }) => attachSubject(manager, actor, at, new Date()));
    return this.attached(at.incidentId);
  }

  async detach(actor: IncidentActor, at: InputOf<typeof contract.detach>['params']) {
    await inTransaction(this.dataSource, ({ manager }) => detachSubject(manager, actor, at, new Date()));
    return this.attached(at.incidentId);
  }

  playbooks(): Promise<contract.PlaybookView[]> {
    return readPlaybooks(this.dataSource.manager);
  }

  async savePlaybook(
    actor: IncidentActor,
    key: string,
    body: InputOf<typeof contract.savePlaybook>['body'],
  ): Promise<contract.PlaybookView> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      await storePlaybook(manager, actor, key, body, new Date());
      const saved = (await readPlaybooks(manager)).find((playbook) => playbook.key === key);
      if (!saved) throw new Error(`playbook ${key} was not stored`);
      return saved;
    });
  }

  private async act(
    incidentId: string,
    work: (manager: EntityManager, now: Date) => Promise<void>,
  ): Promise<contract.IncidentDetail> {
    await inTransaction(this.dataSource, ({ manager }) => work(manager, new Date()));
    return this.read(incidentId);
  }
}
