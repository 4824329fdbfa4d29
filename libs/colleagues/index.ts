export * from './colleagues-worker.js';
export * from './colleagues.module.js';
export * from './entities.js';
export { FieldsService } from './fields.service.js';
export { inviteToAnswer } from './invite.js';
export { withdrawInvitation } from './withdraw-invitation.js';
