import type { Locale } from '#platform/contract';
import type { NoticeKind } from './notice-kinds.js';

/** Kinds that have words: those of notices, and the trial of a channel. */
export type MessageKind = NoticeKind | 'channel.trial';

export type NoticeParams = Readonly<Record<string, string | number>>;

/** What is said of a notice: a line, and what it is about. Plain text; whoever shows it escapes it for its place. */
export interface NoticeText {
  title: string;
  detail: string;
}

interface Words {
  one: string;
  /** For several gathered in one; `{count}` is how many. */
  many: string;
  /** Parts in brackets are left out when one of their values is missing. */
  detail: string;
}

/**
 * The words of a kind for a count of gathered notices. A value that a text names and `params` lacks leaves out the part
 * in brackets around it.
 */
export function noticeText(
  kind: MessageKind,
  params: NoticeParams,
  count: number,
  locale: Locale,
): NoticeText {
  const words = WORDS[locale][kind];
  const values = { ...inLanguage(params, locale), count: new Intl.NumberFormat(locale).format(count) };
  return {
    title: fill(count > 1 ? words.many : words.one, values),
    detail: fill(words.detail, values).trim(),
  };
}

/** A caller may give a value in each language: `question_fr` is what French words take for `question`. */
function inLanguage(params: NoticeParams, locale: Locale): NoticeParams {
  const ending = `_${locale}`;
  const own = Object.entries(params)
    .filter(([name]) => name.endsWith(ending))
    .map(([name, value]) => [name.slice(0, -ending.length), value]);
  return { ...params, ...Object.fromEntries(own) };
}

function fill(template: string, values: NoticeParams): string {
  // First which parts stay, then the values: what a value holds is never read as a template.
  return template
    .replaceAll(/\[([^[\]]*)\]/g, (_, part: string) =>
      [...part.matchAll(VALUE)].every(([, name]) => present(values, name ?? '')) ? part : '',
    )
    .replace(/^[\s–:,]+/, '')
    .replaceAll(VALUE, (_, name: string) => clip(String(values[name])));
}

const VALUE = /\{(\w+)\}/g;
const LONGEST = 200;

function clip(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`;
}

function present(values: NoticeParams, name: string): boolean {
  return Object.hasOwn(values, name) && values[name] !== '';
}

/** A kind = a line here. Values: what callers of `notify` may give in `params`. */
const WORDS: Readonly<Record<Locale, Readonly<Record<MessageKind, Words>>>> = {
  en: {
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
      one: 'A missing answer is overdue',
      many: '{count} missing answers are overdue',
      detail: '[“{question}”]',
    },
    'answer.asked': {
      one: 'An answer is missing, and you are asked for it',
      many: '{count} times the same answer was missing',
      detail: '[“{question}”][ – asked by {by}]',
    },
    'answer.ready': {
      one: 'The answer that you asked for is ready',
      many: '{count} answers that you asked for are ready',
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
      one: 'A reply waits for a second person',
      many: '{count} replies wait for a second person',
      detail: '[“{text}”][ – by {by}]',
    },
    'reply.failed': {
      one: 'A reply was not published',
      many: '{count} replies were not published',
      detail: '[“{text}”][ – {network}][: {problem}]',
    },
    'reply.mention_edited': {
      one: 'A post was changed before its reply left: the reply is held',
      many: '{count} posts were changed before their replies left: the replies are held',
      detail: '[Your reply: “{text}”]',
    },
    'reply.answered_edited': {
      one: 'A post that you answered was changed: see whether your reply still fits',
      many: '{count} posts that you answered were changed: see whether your replies still fit',
      detail: '[Your reply: “{text}”]',
    },
    'post.second_person': {
      one: 'A crisis post waits for a second person',
      many: '{count} crisis posts wait for a second person',
      detail: '[“{text}”][ – {network}][ – by {by}]',
    },
    'post.failed': {
      one: 'A crisis post was not published',
      many: '{count} crisis posts were not published',
      detail: '[“{text}”][ – {network}][: {problem}]',
    },
    'invitation.asked': {
      one: 'You are invited to answer a post',
      many: 'You are invited to answer {count} posts',
      detail: '[“{text}”][ – asked by {by}]',
    },
    'invitation.over': {
      one: 'A post that you were asked about needs no answer from you any more',
      many: '{count} posts that you were asked about need no answer from you any more',
      detail: '[asked by {by}]',
    },
    'invitation.declined': {
      one: 'Nobody whom you invited answers: the mention waits for you',
      many: '{count} mentions wait for you: nobody whom you invited answers',
      detail: '[{who}]',
    },
    'invitation.lapsed': {
      one: 'The time of an invitation is over: the mention waits for you',
      many: 'The time of {count} invitations is over: the mentions wait for you',
      detail: '[{who}]',
    },
    'invitation.returned': {
      one: 'What an invited colleague picked was not published',
      many: '{count} answers of invited colleagues were not published',
      detail: '[{who}]',
    },
    'escalation.asked': {
      one: 'You are asked to decide',
      many: 'You are asked for {count} decisions',
      detail: '[{title}][ – {department}][, due {due}]',
    },
    'escalation.louder': {
      one: 'Still nobody has answered: you are asked to decide',
      many: '{count} reminders: you are asked to decide',
      detail: '[{title}][ – {department}][, round {round}][, due {due}]',
    },
    'escalation.acknowledged': {
      one: 'Somebody has taken your escalation',
      many: '{count} of your escalations were taken',
      detail: '[{title}][ – {by}]',
    },
    'escalation.decided': {
      one: 'Your escalation is decided',
      many: '{count} of your escalations are decided',
      detail: '[{title}][ – {decision}][, {by}]',
    },
    'escalation.mentioned': {
      one: 'You are named in a comment',
      many: 'You are named in {count} comments',
      detail: '[“{text}”][ – {by}][, {title}]',
    },
    'topic.level': {
      one: 'A crisis level has changed[: {topic}]',
      many: 'A crisis level has changed {count} times[: {topic}]',
      detail: '[Level {from} → {to}.][ {reason}]',
    },
    'incident.asked': {
      one: 'An incident is asked for[: {topic}]',
      many: 'An incident is still asked for[: {topic}]',
      detail: '[Level {level}.]',
    },
    'incident.role_offered': {
      one: 'You are offered a role in an incident',
      many: 'You are offered {count} roles in incidents',
      detail: '[{role}][ – “{title}”][, by {by}]',
    },
    'incident.role_answered': {
      one: 'A role you offered was answered',
      many: '{count} roles you offered were answered',
      detail: '[{by}: {role}, {answer}][ – “{title}”][: {reason}]',
    },
    'incident.overdue': {
      one: 'Overdue in an incident[: {what}]',
      many: '{count} things are overdue in an incident',
      detail: '[“{title}”][ – {subject}]',
    },
    'incident.report': {
      one: 'Situation report[ no. {number}][: {title}]',
      many: '{count} situation reports[: {title}]',
      detail: '[{text}]',
    },
    'stakeholder.contact_due': {
      one: 'A contact with a stakeholder of yours is due',
      many: 'Contacts with {count} stakeholders of yours are due',
      detail: '[“{name}”]',
    },
    'incident.action_overdue': {
      one: 'An action of a review is overdue',
      many: '{count} actions of reviews are overdue',
      detail: '[{text}][ – “{title}”]',
    },
    'situation.morning': {
      one: 'The situation this morning',
      many: 'The situation this morning',
      detail: '[{topics}][ {figures}][ {changes}]',
    },
    'situation.level': {
      one: 'A level has moved: the situation now',
      many: 'Levels have moved {count} times: the situation now',
      detail: '[{topics}][ {figures}][ {changes}]',
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
  },
  fr: {
    'answer.review_asked': {
      one: 'Une réponse attend votre décision',
      many: '{count} réponses attendent votre décision',
      detail: '[« {question} »][ – proposée par {by}]',
    },
    'answer.decided': {
      one: 'Une décision sur votre réponse[ : {decision}]',
      many: '{count} décisions sur votre réponse',
      detail: '[« {question} »][ – {by}][ : {comment}]',
    },
    'answer.expiring': {
      one: 'Une réponse validée arrive à échéance',
      many: '{count} réponses validées arrivent à échéance',
      detail: '[« {question} »][ – le {date}]',
    },
    'answer.review_due': {
      one: 'Une réponse validée est bientôt à relire',
      many: '{count} réponses validées sont bientôt à relire',
      detail: '[« {question} »][ – d’ici le {date}]',
    },
    'answer.overdue': {
      one: 'Une réponse manquante est en retard',
      many: '{count} réponses manquantes sont en retard',
      detail: '[« {question} »]',
    },
    'answer.asked': {
      one: 'Une réponse manque, on vous la demande',
      many: 'La même réponse a manqué {count} fois',
      detail: '[« {question} »][ – demandée par {by}]',
    },
    'answer.ready': {
      one: 'La réponse que vous avez demandée est prête',
      many: '{count} réponses que vous avez demandées sont prêtes',
      detail: '[« {question} »]',
    },
    'messages.review_asked': {
      one: 'Des messages clés attendent votre décision',
      many: '{count} fois, des messages clés attendent votre décision',
      detail: '[« {question} »][ – proposés par {by}]',
    },
    'messages.decided': {
      one: 'Une décision sur vos messages clés[ : {decision}]',
      many: '{count} décisions sur vos messages clés',
      detail: '[« {question} »][ – {by}][ : {comment}]',
    },
    'reply.second_person': {
      one: 'Une réponse attend une seconde personne',
      many: '{count} réponses attendent une seconde personne',
      detail: '[« {text} »][ – par {by}]',
    },
    'reply.failed': {
      one: 'Une réponse n’a pas été publiée',
      many: '{count} réponses n’ont pas été publiées',
      detail: '[« {text} »][ – {network}][ : {problem}]',
    },
    'reply.mention_edited': {
      one: 'Une publication a été modifiée avant le départ de sa réponse : la réponse est retenue',
      many: '{count} publications ont été modifiées avant le départ de leurs réponses : elles sont retenues',
      detail: '[Votre réponse : « {text} »]',
    },
    'reply.answered_edited': {
      one: 'Une publication à laquelle vous avez répondu a été modifiée : voyez si votre réponse convient encore',
      many: '{count} publications auxquelles vous avez répondu ont été modifiées : voyez si vos réponses conviennent encore',
      detail: '[Votre réponse : « {text} »]',
    },
    'post.second_person': {
      one: 'Un message de crise attend une seconde personne',
      many: '{count} messages de crise attendent une seconde personne',
      detail: '[« {text} »][ – {network}][ – par {by}]',
    },
    'post.failed': {
      one: 'Un message de crise n’a pas été publié',
      many: '{count} messages de crise n’ont pas été publiés',
      detail: '[« {text} »][ – {network}][ : {problem}]',
    },
    'invitation.asked': {
      one: 'On vous invite à répondre à une publication',
      many: 'On vous invite à répondre à {count} publications',
      detail: '[« {text} »][ – demandé par {by}]',
    },
    'invitation.over': {
      one: 'Une publication qu’on vous avait confiée n’attend plus de réponse de vous',
      many: '{count} publications qu’on vous avait confiées n’attendent plus de réponse de vous',
      detail: '[demandé par {by}]',
    },
    'invitation.declined': {
      one: 'Personne parmi vos invités ne répond : la mention vous attend',
      many: '{count} mentions vous attendent : personne parmi vos invités ne répond',
      detail: '[{who}]',
    },
    'invitation.lapsed': {
      one: 'Le délai d’une invitation est passé : la mention vous attend',
      many: 'Le délai de {count} invitations est passé : les mentions vous attendent',
      detail: '[{who}]',
    },
    'invitation.returned': {
      one: 'La réponse choisie par un collègue invité n’a pas été publiée',
      many: '{count} réponses de collègues invités n’ont pas été publiées',
      detail: '[{who}]',
    },
    'escalation.asked': {
      one: 'On vous demande de décider',
      many: 'On vous demande {count} décisions',
      detail: '[{title}][ – {department}][, avant {due}]',
    },
    'escalation.louder': {
      one: 'Toujours sans réponse : on vous demande de décider',
      many: '{count} rappels : on vous demande de décider',
      detail: '[{title}][ – {department}][, tour {round}][, avant {due}]',
    },
    'escalation.acknowledged': {
      one: 'Votre escalade est prise en charge',
      many: '{count} de vos escalades sont prises en charge',
      detail: '[{title}][ – {by}]',
    },
    'escalation.decided': {
      one: 'Votre escalade est tranchée',
      many: '{count} de vos escalades sont tranchées',
      detail: '[{title}][ – {decision}][, {by}]',
    },
    'escalation.mentioned': {
      one: 'On vous cite dans un commentaire',
      many: 'On vous cite dans {count} commentaires',
      detail: '[« {text} »][ – {by}][, {title}]',
    },
    'topic.level': {
      one: 'Un niveau de crise a changé[ : {topic}]',
      many: 'Un niveau de crise a changé {count} fois[ : {topic}]',
      detail: '[Niveau {from} → {to}.][ {reason}]',
    },
    'incident.asked': {
      one: 'Une cellule de crise est demandée[ : {topic}]',
      many: 'Une cellule de crise est toujours demandée[ : {topic}]',
      detail: '[Niveau {level}.]',
    },
    'incident.role_offered': {
      one: 'On vous propose un rôle dans un incident',
      many: 'On vous propose {count} rôles dans des incidents',
      detail: '[{role}][ – « {title} »][, par {by}]',
    },
    'incident.role_answered': {
      one: 'Réponse à un rôle que vous avez proposé',
      many: '{count} réponses à des rôles que vous avez proposés',
      detail: '[{by} : {role}, {answer}][ – « {title} »][ : {reason}]',
    },
    'incident.overdue': {
      one: 'En retard dans un incident[ : {what}]',
      many: '{count} points en retard dans un incident',
      detail: '[« {title} »][ – {subject}]',
    },
    'incident.report': {
      one: 'Point de situation[ n° {number}][ : {title}]',
      many: '{count} points de situation[ : {title}]',
      detail: '[{text}]',
    },
    'stakeholder.contact_due': {
      one: 'Un contact avec une de vos parties prenantes est à prendre',
      many: 'Des contacts avec {count} de vos parties prenantes sont à prendre',
      detail: '[« {name} »]',
    },
    'incident.action_overdue': {
      one: 'Une action d’un retour d’expérience est en retard',
      many: '{count} actions de retours d’expérience sont en retard',
      detail: '[{text}][ – « {title} »]',
    },
    'situation.morning': {
      one: 'La situation ce matin',
      many: 'La situation ce matin',
      detail: '[{topics}][ {figures}][ {changes}]',
    },
    'situation.level': {
      one: 'Un niveau a changé : la situation',
      many: 'Des niveaux ont changé {count} fois : la situation',
      detail: '[{topics}][ {figures}][ {changes}]',
    },
    'source.attention': {
      one: 'Une source a besoin de quelqu’un',
      many: 'Une source a besoin de quelqu’un, signalé {count} fois',
      detail: '[{source}][ : {problem}]',
    },
    'source.access_ending': {
      one: 'L’accès à une source se termine bientôt : renouvelez-le',
      many: 'L’accès à {count} sources se termine bientôt : renouvelez-le',
      detail: '[{source}][ – le {date}]',
    },
    'contact.changed': {
      one: 'Un contact a changé',
      many: '{count} contacts ont changé',
      detail: '[Contact {contact}][ : {change}][ – {crmSystem} {crmId}]',
    },
    'channel.trial': {
      one: 'Un essai : les messages arrivent ici',
      many: 'Un essai : les messages arrivent ici',
      detail: '[Canal « {channel} »][, essayé par {by}]',
    },
  },
};
