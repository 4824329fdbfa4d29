import { answers } from './en/answers.js';
import { audit } from './en/audit.js';
import { classification } from './en/classification.js';
import { colleagues, invitations } from './en/colleagues.js';
import { common } from './en/common.js';
import { contacts } from './en/contacts.js';
import { corrections, whatIf } from './en/corrections.js';
import { crm } from './en/crm.js';
import { dashboard, displays, wall } from './en/dashboard.js';
import { errors } from './en/errors.js';
import { drills } from './en/drills.js';
import { duty } from './en/duty.js';
import { escalations } from './en/escalations.js';
import { fundamentals } from './en/fundamentals.js';
import { imports } from './en/imports.js';
import { inbox } from './en/inbox.js';
import { incidents } from './en/incidents.js';
import { invitation } from './en/invitation.js';
import { keyMessages } from './en/key-messages.js';
import { levels } from './en/levels.js';
import { library } from './en/library.js';
import { act, channels, notifications } from './en/notifications.js';
import { people } from './en/people.js';
import { problems } from './en/problems.js';
import { reasons } from './en/reasons.js';
import { replies } from './en/replies.js';
import { reply } from './en/reply.js';
import { requests } from './en/requests.js';
import { shell } from './en/shell.js';
import { signIn } from './en/sign-in.js';
import { sources } from './en/sources.js';
import { stakeholders } from './en/stakeholders.js';
import { system } from './en/system.js';
import { topics } from './en/topics.js';
import { training } from './en/training.js';
import { vocabulary } from './en/vocabulary.js';
import { workshops } from './en/workshops.js';

/** English, and the type of every other language: a key that another file lacks does not compile. */
export const messages = {
  common,
  shell,
  signIn,
  dashboard,
  displays,
  wall,
  corrections,
  errors,
  vocabulary,
  inbox,
  reply,
  reasons,
  whatIf,
  problems,
  answers,
  library,
  replies,
  escalations,
  incidents,
  drills,
  duty,
  requests,
  contacts,
  crm,
  stakeholders,
  workshops,
  fundamentals,
  colleagues,
  invitations,
  topics,
  keyMessages,
  levels,
  training,
  classification,
  sources,
  imports,
  people,
  audit,
  system,
  invitation,
  notifications,
  channels,
  act,
};
