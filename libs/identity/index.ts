export * from './entities.js';
export * from './identity.module.js';
export { createInvitation } from './invitation.service.js';
export * from './password.js';
export { PersonDepartment } from './person-department.entity.js';
export { hashToken, newToken } from './secret-token.js';
export { Department } from './department.entity.js';
export { Person } from './person.entity.js';
export { Workspace } from './workspace.entity.js';
