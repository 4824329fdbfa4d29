import { Department } from './department.entity.js';
import { Invitation } from './invitation.entity.js';
import { PersonDepartment } from './person-department.entity.js';
import { Person } from './person.entity.js';
import { Session } from './session.entity.js';
import { SignInThrottle } from './sign-in-throttle.entity.js';
import { Workspace } from './workspace.entity.js';

export const IDENTITY_ENTITIES = [
  Department,
  Invitation,
  Person,
  PersonDepartment,
  Session,
  SignInThrottle,
  Workspace,
];
