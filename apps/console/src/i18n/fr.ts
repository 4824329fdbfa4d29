import { frenchSpacesThroughout } from '#platform/typography';
import type { Messages } from './messages.js';
import { answers } from './fr/answers.js';
import { audit } from './fr/audit.js';
import { classification } from './fr/classification.js';
import { colleagues, invitations } from './fr/colleagues.js';
import { common } from './fr/common.js';
import { contacts } from './fr/contacts.js';
import { corrections, whatIf } from './fr/corrections.js';
import { crm } from './fr/crm.js';
import { dashboard, displays, wall } from './fr/dashboard.js';
import { errors } from './fr/errors.js';
import { drills } from './fr/drills.js';
import { duty } from './fr/duty.js';
import { escalations } from './fr/escalations.js';
import { fundamentals } from './fr/fundamentals.js';
import { imports } from './fr/imports.js';
import { inbox } from './fr/inbox.js';
import { incidents } from './fr/incidents.js';
import { invitation } from './fr/invitation.js';
import { keyMessages } from './fr/key-messages.js';
import { levels } from './fr/levels.js';
import { library } from './fr/library.js';
import { act, channels, notifications } from './fr/notifications.js';
import { people } from './fr/people.js';
import { problems } from './fr/problems.js';
import { reasons } from './fr/reasons.js';
import { replies } from './fr/replies.js';
import { reply } from './fr/reply.js';
import { requests } from './fr/requests.js';
import { shell } from './fr/shell.js';
import { signIn } from './fr/sign-in.js';
import { sources } from './fr/sources.js';
import { stakeholders } from './fr/stakeholders.js';
import { system } from './fr/system.js';
import { topics } from './fr/topics.js';
import { training } from './fr/training.js';
import { vocabulary } from './fr/vocabulary.js';
import { workshops } from './fr/workshops.js';

/** Français. The files are written with plain spaces; those that no line may break at are set here. */
export const messages: Messages = frenchSpacesThroughout({
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
});
