import { Module } from '@nestjs/common';
import { SESSION_READER } from '#platform/http';
import { DepartmentService } from './department.service.js';
import { InvitationService } from './invitation.service.js';
import { PeopleController } from './people.controller.js';
import { PeopleService } from './people.service.js';
import { SessionController } from './session.controller.js';
import { SessionService } from './session.service.js';
import { WorkspaceService } from './workspace.service.js';

@Module({
  controllers: [SessionController, PeopleController],
  providers: [
    DepartmentService,
    InvitationService,
    PeopleService,
    SessionService,
    WorkspaceService,
    { provide: SESSION_READER, useExisting: SessionService },
  ],
  exports: [SESSION_READER],
})
export class IdentityHttpModule {}
