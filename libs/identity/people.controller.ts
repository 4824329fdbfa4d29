import { Controller } from '@nestjs/common';
import {
  changePerson,
  createDepartment,
  invitePerson,
  listDepartments,
  listPeople,
  renameDepartment,
  renewInvitation,
} from '#contract/identity';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import { DepartmentService } from './department.service.js';
import { PeopleService } from './people.service.js';

@Controller()
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly departments: DepartmentService,
  ) {}

  @Endpoint(listPeople)
  async list(): Promise<ResponseOf<typeof listPeople>> {
    return { items: await this.people.list() };
  }

  @Endpoint(invitePerson)
  invite(
    @Input() { body }: InputOf<typeof invitePerson>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof invitePerson>> {
    return this.people.invite(actor, body);
  }

  @Endpoint(changePerson)
  change(
    @Input() { params, body }: InputOf<typeof changePerson>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof changePerson>> {
    return this.people.change(actor, params.personId, body);
  }

  @Endpoint(renewInvitation)
  renew(
    @Input() { params }: InputOf<typeof renewInvitation>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof renewInvitation>> {
    return this.people.renewInvitation(actor, params.personId);
  }

  @Endpoint(listDepartments)
  async listDepartments(): Promise<ResponseOf<typeof listDepartments>> {
    return { items: await this.departments.list() };
  }

  @Endpoint(createDepartment)
  createDepartment(
    @Input() { body }: InputOf<typeof createDepartment>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof createDepartment>> {
    return this.departments.create(actor, body);
  }

  @Endpoint(renameDepartment)
  renameDepartment(
    @Input() { params, body }: InputOf<typeof renameDepartment>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof renameDepartment>> {
    return this.departments.rename(actor, params.departmentId, body.name);
  }
}
