import { AnswerInvitationPerson } from './answer-invitation-person.entity.js';
import { AnswerInvitation } from './answer-invitation.entity.js';
import { FieldOfExpertise } from './field-of-expertise.entity.js';
import { InvitationPolicyRow } from './invitation-policy.entity.js';
import { PersonField } from './person-field.entity.js';

export const COLLEAGUES_ENTITIES = [
  AnswerInvitation,
  AnswerInvitationPerson,
  FieldOfExpertise,
  InvitationPolicyRow,
  PersonField,
];
