import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { InputOf, ResponseOf } from '#platform/contract';
import { inTransaction } from '#platform/database';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import {
  changeField,
  changeInvitationPolicy,
  type Colleague,
  createField,
  type Field,
  type InvitationPolicy,
  type InvitationReport,
  inviteNewcomer,
  listColleagues,
  listFields,
  readInvitationPolicy,
  readInvitationReport,
  setFields,
} from './contract-colleagues.js';
import { FieldsService } from './fields.service.js';
import { changePolicy, viewPolicy } from './policy.js';
import { readReport } from './report.js';

/** Who can be asked, about what, and when; and what came of it. */
@Controller()
export class ColleaguesController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly fields: FieldsService,
  ) {}

  @Endpoint(listFields)
  async listFields(): Promise<ResponseOf<typeof listFields>> {
    return { items: await this.fields.list() };
  }

  @Endpoint(createField)
  createField(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof createField>): Promise<Field> {
    return this.fields.create(body.name, actor);
  }

  @Endpoint(changeField)
  changeField(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof changeField>,
  ): Promise<Field> {
    return this.fields.edit(params.fieldId, body, actor);
  }

  @Endpoint(listColleagues)
  async list(): Promise<ResponseOf<typeof listColleagues>> {
    return { items: await this.fields.colleagues() };
  }

  @Endpoint(inviteNewcomer)
  inviteNewcomer(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof inviteNewcomer>,
  ): Promise<ResponseOf<typeof inviteNewcomer>> {
    return this.fields.inviteNewcomer(body, actor);
  }

  @Endpoint(setFields)
  setFields(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof setFields>,
  ): Promise<Colleague> {
    return this.fields.setFields(params.personId, body.fieldIds, actor);
  }

  @Endpoint(readInvitationPolicy)
  policy(): Promise<InvitationPolicy> {
    return viewPolicy(this.dataSource.manager);
  }

  @Endpoint(changeInvitationPolicy)
  changePolicy(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof changeInvitationPolicy>,
  ): Promise<InvitationPolicy> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      await changePolicy(manager, actor, body);
      return viewPolicy(manager);
    });
  }

  @Endpoint(readInvitationReport)
  report(@Input() { query }: InputOf<typeof readInvitationReport>): Promise<InvitationReport> {
    return readReport(this.dataSource.manager, query.realm, query.days, new Date());
  }
}
