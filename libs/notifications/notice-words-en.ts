import type { WordsOfNotices } from './notice-words.js';

/** A kind = a line here. Values: what callers of `notify` may give in `params`. */
export const NOTICES_EN: WordsOfNotices = {
  'answer.review_asked': {
    one: 'An answer awaits your decision',
    many: '{count} answers await your decision',
    detail: '[“{question}”][ – submitted by {by}]',
  },
  'answer.decided': {
    one: 'A decision on your answer[: {decision}]',
    many: '{count} decisions on your answer',
    detail: '[“{question}”][ – {by}][: {comment}]',
  },
  'answer.expiring': {
    one: 'An approved answer ends soon',
    many: '{count} approved answers end soon',
    detail: '[“{question}”][ – on {date}]',
  },
  'answer.review_due': {
    one: 'An approved answer is to be read again soon',
    many: '{count} approved answers are to be read again soon',
    detail: '[“{question}”][ – by {date}]',
  },
  'answer.overdue': {
    one: '[{exercise} – ]A missing answer is overdue',
    many: '[{exercise} – ]{count} missing answers are overdue',
    detail: '[“{question}”]',
  },
  'answer.asked': {
    one: '[{exercise} – ]An answer is missing, and you are asked for it',
    many: '[{exercise} – ]{count} times the same answer was missing',
    detail: '[“{question}”][ – asked by {by}]',
  },
  'answer.ready': {
    one: '[{exercise} – ]The answer that you asked for is ready',
    many: '[{exercise} – ]{count} answers that you asked for are ready',
    detail: '[“{question}”]',
  },
  'messages.review_asked': {
    one: 'Key messages await your decision',
    many: '{count} times key messages await your decision',
    detail: '[“{question}”][ – submitted by {by}]',
  },
  'messages.decided': {
    one: 'A decision on your key messages[: {decision}]',
    many: '{count} decisions on your key messages',
    detail: '[“{question}”][ – {by}][: {comment}]',
  },
  'reply.second_person': {
    one: '[{exercise} – ]A reply waits for a second person',
    many: '[{exercise} – ]{count} replies wait for a second person',
    detail: '[“{text}”][ – by {by}]',
  },
  'reply.failed': {
    one: '[{exercise} – ]A reply was not published',
    many: '[{exercise} – ]{count} replies were not published',
    detail: '[“{text}”][ – {network}][: {problem}]',
  },
  'reply.mention_edited': {
    one: '[{exercise} – ]A post was changed before its reply left: the reply is held',
    many: '[{exercise} – ]{count} posts were changed before their replies left: the replies are held',
    detail: '[Your reply: “{text}”]',
  },
  'reply.answered_edited': {
    one: '[{exercise} – ]A post that you answered was changed: see whether your reply still fits',
    many: '[{exercise} – ]{count} posts that you answered were changed: see whether your replies still fit',
    detail: '[Your reply: “{text}”]',
  },
  'post.second_person': {
    one: '[{exercise} – ]A crisis post waits for a second person',
    many: '[{exercise} – ]{count} crisis posts wait for a second person',
    detail: '[“{text}”][ – {network}][ – by {by}]',
  },
  'post.failed': {
    one: '[{exercise} – ]A crisis post was not published',
    many: '[{exercise} – ]{count} crisis posts were not published',
    detail: '[“{text}”][ – {network}][: {problem}]',
  },
  'invitation.asked': {
    one: '[{exercise} – ]You are invited to answer a post',
    many: '[{exercise} – ]You are invited to answer {count} posts',
    detail: '[“{text}”][ – asked by {by}]',
  },
  'invitation.over': {
    one: '[{exercise} – ]A post that you were asked about needs no answer from you any more',
    many: '[{exercise} – ]{count} posts that you were asked about need no answer from you any more',
    detail: '[asked by {by}]',
  },
  'invitation.declined': {
    one: '[{exercise} – ]Nobody whom you invited answers: the mention waits for you',
    many: '[{exercise} – ]{count} mentions wait for you: nobody whom you invited answers',
    detail: '[{who}]',
  },
  'invitation.lapsed': {
    one: '[{exercise} – ]The time of an invitation is over: the mention waits for you',
    many: '[{exercise} – ]The time of {count} invitations is over: the mentions wait for you',
    detail: '[{who}]',
  },
  'invitation.returned': {
    one: '[{exercise} – ]What an invited colleague picked was not published',
    many: '[{exercise} – ]{count} answers of invited colleagues were not published',
    detail: '[{who}]',
  },
  'escalation.asked': {
    one: '[{exercise} – ]You are asked to decide',
    many: '[{exercise} – ]You are asked for {count} decisions',
    detail: '[{title}][ – {department}][, due {due}]',
  },
  'escalation.louder': {
    one: '[{exercise} – ]Still nobody has answered: you are asked to decide',
    many: '[{exercise} – ]{count} reminders: you are asked to decide',
    detail: '[{title}][ – {department}][, round {round}][, due {due}]',
  },
  'escalation.acknowledged': {
    one: '[{exercise} – ]Somebody has taken your escalation',
    many: '[{exercise} – ]{count} of your escalations were taken',
    detail: '[{title}][ – {by}]',
  },
  'escalation.decided': {
    one: '[{exercise} – ]Your escalation is decided',
    many: '[{exercise} – ]{count} of your escalations are decided',
    detail: '[{title}][ – {decision}][, {by}]',
  },
  'escalation.mentioned': {
    one: '[{exercise} – ]You are named in a comment',
    many: '[{exercise} – ]You are named in {count} comments',
    detail: '[“{text}”][ – {by}][, {title}]',
  },
  'escalation.rerouted': {
    one: '[{exercise} – ]An escalation goes by another policy, because of who spoke',
    many: '[{exercise} – ]{count} escalations go by another policy, because of who spoke',
    detail: '[{title}][ – now “{policy}”]',
  },
  'topic.level': {
    one: '[{exercise} – ]A crisis level has changed[: {topic}]',
    many: '[{exercise} – ]A crisis level has changed {count} times[: {topic}]',
    detail: '[Level {from} → {to}.][ {reason}]',
  },
  'incident.asked': {
    one: '[{exercise} – ]An incident is asked for[: {topic}]',
    many: '[{exercise} – ]An incident is still asked for[: {topic}]',
    detail: '[Level {level}.]',
  },
  'incident.role_offered': {
    one: '[{exercise} – ]You are offered a role in an incident',
    many: '[{exercise} – ]You are offered {count} roles in incidents',
    detail: '[{role}][ – “{title}”][, by {by}]',
  },
  'incident.role_answered': {
    one: '[{exercise} – ]A role you offered was answered',
    many: '[{exercise} – ]{count} roles you offered were answered',
    detail: '[{by}: {role}, {answer}][ – “{title}”][: {reason}]',
  },
  'incident.overdue': {
    one: '[{exercise} – ]Overdue in an incident[: {what}]',
    many: '[{exercise} – ]{count} things are overdue in an incident',
    detail: '[“{title}”][ – {subject}]',
  },
  'incident.report': {
    one: '[{exercise} – ]Situation report[ no. {number}][: {title}]',
    many: '[{exercise} – ]{count} situation reports[: {title}]',
    detail: '[{text}]',
  },
  'stakeholder.contact_due': {
    one: 'A contact with a stakeholder of yours is due',
    many: 'Contacts with {count} stakeholders of yours are due',
    detail: '[“{name}”]',
  },
  'incident.action_overdue': {
    one: '[{exercise} – ]An action of a review is overdue',
    many: '[{exercise} – ]{count} actions of reviews are overdue',
    detail: '[{text}][ – “{title}”]',
  },
  'situation.morning': {
    one: '[{exercise} – ]The situation this morning',
    many: '[{exercise} – ]The situation this morning',
    detail:
      '[{topics}][\n{incident1}][\n{incident2}][\n{incident3}][\n{incident4}][\n{figures}][\n{changes}]',
  },
  'situation.level': {
    one: '[{exercise} – ]A level has moved[: {moved}]',
    many: '[{exercise} – ]Levels have moved {count} times[, the last: {moved}]',
    detail:
      '[{move1}][\n{move2}][\n{move3}][\n{move4}][\n{topics}][\n{incident1}][\n{incident2}][\n{incident3}][\n{incident4}][\n{figures}][\n{changes}]',
  },
  'source.attention': {
    one: 'A source needs somebody',
    many: 'A source needs somebody, said {count} times',
    detail: '[{source}][: {problem}]',
  },
  'source.access_ending': {
    one: 'The access to a source ends soon: connect it anew',
    many: 'The access to {count} sources ends soon: connect them anew',
    detail: '[{source}][ – on {date}]',
  },
  'contact.changed': {
    one: 'A contact has changed',
    many: '{count} contacts have changed',
    detail: '[Contact {contact}][: {change}][ – {crmSystem} {crmId}]',
  },
  'channel.trial': {
    one: 'A trial: messages arrive here',
    many: 'A trial: messages arrive here',
    detail: '[Channel “{channel}”][, tried by {by}]',
  },
};
