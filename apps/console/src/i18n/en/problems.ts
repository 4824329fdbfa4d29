import { answeringProblems } from './problems-answering.js';
import { crisisProblems } from './problems-crisis.js';
import { escalatingProblems } from './problems-escalating.js';
import { gatheringsProblems } from './problems-gatherings.js';
import { listeningProblems } from './problems-listening.js';
import { relationsProblems } from './problems-relations.js';

/** Why something was refused, by the code of the problem: everywhere, on signing in and about people; then by area. */
export const problems = {
  'invalid-input': 'Some fields need another look.',
  'not-signed-in': 'Sign in first.',
  'not-allowed': 'Your role does not include this.',
  'foreign-origin': 'The request came from a page of another site and was refused.',
  internal: 'Something went wrong on our side; nothing was changed.',
  'no-such-address': 'There is nothing at this address.',
  'malformed-request': 'The request could not be read.',
  'too-large': 'This is too large.',
  'unsupported-media-type': 'This kind of content is not accepted.',
  refused: 'The server refused the request.',
  required: 'This is required.',
  'invalid-type': 'This is not the kind of value expected.',
  'invalid-value': 'This is not one of the possible values.',
  'too-small': 'This is too short or too small.',
  'too-big': 'This is too long or too large.',
  'invalid-format': 'This does not have the right form.',
  'unrecognized-keys': 'This field is not known here.',
  'display-not-known': 'This wall screen is not open, or no more.',
  'display-not-found': 'There is no such wall screen.',
  'display-already-shut': 'This wall screen is shut already.',
  'not-after-from': 'The end is not after the beginning.',
  'range-too-long': 'A range is no longer than 400 days.',
  'cursor-invalid': 'The list has changed; load it again.',
  'wrong-credentials': 'E-mail address or password is wrong.',
  'too-many-attempts': 'Too many attempts. Wait a few minutes and try again.',
  'invitation-invalid': 'This link has expired or was already used. Ask an administrator for a new one.',
  'email-taken': 'Somebody with this e-mail address is already here.',
  'unknown-department': 'This department does not exist any more.',
  'approver-needs-department': 'An approver needs at least one department.',
  'person-not-found': 'This person is not in the workspace.',
  'last-administrator': 'This is the last administrator: the workspace would have none.',
  'department-key-taken': 'Another department has this key.',
  'department-not-found': 'This department does not exist any more.',
  ...answeringProblems,
  ...listeningProblems,
  ...escalatingProblems,
  ...relationsProblems,
  ...crisisProblems,
  ...gatheringsProblems,
} as const;
