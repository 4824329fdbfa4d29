import { frenchSpacesThroughout } from '#platform/typography';
import type { WordsOfNotices } from './notice-words.js';

/** A kind = a line here. Values: what callers of `notify` may give in `params`. */
export const NOTICES_FR: WordsOfNotices = frenchSpacesThroughout({
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
    one: '[{exercise} – ]Une réponse manquante est en retard',
    many: '[{exercise} – ]{count} réponses manquantes sont en retard',
    detail: '[« {question} »]',
  },
  'answer.asked': {
    one: '[{exercise} – ]Une réponse manque, on vous la demande',
    many: '[{exercise} – ]La même réponse a manqué {count} fois',
    detail: '[« {question} »][ – demandée par {by}]',
  },
  'answer.ready': {
    one: '[{exercise} – ]La réponse que vous avez demandée est prête',
    many: '[{exercise} – ]{count} réponses que vous avez demandées sont prêtes',
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
    one: '[{exercise} – ]Une réponse attend une seconde personne',
    many: '[{exercise} – ]{count} réponses attendent une seconde personne',
    detail: '[« {text} »][ – par {by}]',
  },
  'reply.failed': {
    one: '[{exercise} – ]Une réponse n’a pas été publiée',
    many: '[{exercise} – ]{count} réponses n’ont pas été publiées',
    detail: '[« {text} »][ – {network}][ : {problem}]',
  },
  'reply.mention_edited': {
    one: '[{exercise} – ]Une publication a été modifiée avant le départ de sa réponse : la réponse est retenue',
    many: '[{exercise} – ]{count} publications ont été modifiées avant le départ de leurs réponses : elles sont retenues',
    detail: '[Votre réponse : « {text} »]',
  },
  'reply.answered_edited': {
    one: '[{exercise} – ]Une publication à laquelle vous avez répondu a été modifiée : voyez si votre réponse convient encore',
    many: '[{exercise} – ]{count} publications auxquelles vous avez répondu ont été modifiées : voyez si vos réponses conviennent encore',
    detail: '[Votre réponse : « {text} »]',
  },
  'post.second_person': {
    one: '[{exercise} – ]Un message de crise attend une seconde personne',
    many: '[{exercise} – ]{count} messages de crise attendent une seconde personne',
    detail: '[« {text} »][ – {network}][ – par {by}]',
  },
  'post.failed': {
    one: '[{exercise} – ]Un message de crise n’a pas été publié',
    many: '[{exercise} – ]{count} messages de crise n’ont pas été publiés',
    detail: '[« {text} »][ – {network}][ : {problem}]',
  },
  'invitation.asked': {
    one: '[{exercise} – ]On vous invite à répondre à une publication',
    many: '[{exercise} – ]On vous invite à répondre à {count} publications',
    detail: '[« {text} »][ – demandé par {by}]',
  },
  'invitation.over': {
    one: '[{exercise} – ]Une publication qu’on vous avait confiée n’attend plus de réponse de vous',
    many: '[{exercise} – ]{count} publications qu’on vous avait confiées n’attendent plus de réponse de vous',
    detail: '[demandé par {by}]',
  },
  'invitation.declined': {
    one: '[{exercise} – ]Personne parmi vos invités ne répond : la mention vous attend',
    many: '[{exercise} – ]{count} mentions vous attendent : personne parmi vos invités ne répond',
    detail: '[{who}]',
  },
  'invitation.lapsed': {
    one: '[{exercise} – ]Le délai d’une invitation est passé : la mention vous attend',
    many: '[{exercise} – ]Le délai de {count} invitations est passé : les mentions vous attendent',
    detail: '[{who}]',
  },
  'invitation.returned': {
    one: '[{exercise} – ]La réponse choisie par un collègue invité n’a pas été publiée',
    many: '[{exercise} – ]{count} réponses de collègues invités n’ont pas été publiées',
    detail: '[{who}]',
  },
  'escalation.asked': {
    one: '[{exercise} – ]On vous demande de décider',
    many: '[{exercise} – ]On vous demande {count} décisions',
    detail: '[{title}][ – {department}][, avant {due}]',
  },
  'escalation.louder': {
    one: '[{exercise} – ]Toujours sans réponse : on vous demande de décider',
    many: '[{exercise} – ]{count} rappels : on vous demande de décider',
    detail: '[{title}][ – {department}][, tour {round}][, avant {due}]',
  },
  'escalation.acknowledged': {
    one: '[{exercise} – ]Votre escalade est prise en charge',
    many: '[{exercise} – ]{count} de vos escalades sont prises en charge',
    detail: '[{title}][ – {by}]',
  },
  'escalation.decided': {
    one: '[{exercise} – ]Votre escalade est tranchée',
    many: '[{exercise} – ]{count} de vos escalades sont tranchées',
    detail: '[{title}][ – {decision}][, {by}]',
  },
  'escalation.mentioned': {
    one: '[{exercise} – ]On vous cite dans un commentaire',
    many: '[{exercise} – ]On vous cite dans {count} commentaires',
    detail: '[« {text} »][ – {by}][, {title}]',
  },
  'escalation.rerouted': {
    one: '[{exercise} – ]Une escalade suit une autre politique, à cause de qui a parlé',
    many: '[{exercise} – ]{count} escalades suivent une autre politique, à cause de qui a parlé',
    detail: '[{title}][ – désormais « {policy} »]',
  },
  'topic.level': {
    one: '[{exercise} – ]Un niveau de crise a changé[ : {topic}]',
    many: '[{exercise} – ]Un niveau de crise a changé {count} fois[ : {topic}]',
    detail: '[Niveau {from} → {to}.][ {reason}]',
  },
  'incident.asked': {
    one: '[{exercise} – ]Une cellule de crise est demandée[ : {topic}]',
    many: '[{exercise} – ]Une cellule de crise est toujours demandée[ : {topic}]',
    detail: '[Niveau {level}.]',
  },
  'incident.role_offered': {
    one: '[{exercise} – ]On vous propose un rôle dans un incident',
    many: '[{exercise} – ]On vous propose {count} rôles dans des incidents',
    detail: '[{role}][ – « {title} »][, par {by}]',
  },
  'incident.role_answered': {
    one: '[{exercise} – ]Réponse à un rôle que vous avez proposé',
    many: '[{exercise} – ]{count} réponses à des rôles que vous avez proposés',
    detail: '[{by} : {role}, {answer}][ – « {title} »][ : {reason}]',
  },
  'incident.overdue': {
    one: '[{exercise} – ]En retard dans un incident[ : {what}]',
    many: '[{exercise} – ]{count} points en retard dans un incident',
    detail: '[« {title} »][ – {subject}]',
  },
  'incident.report': {
    one: '[{exercise} – ]Point de situation[ n° {number}][ : {title}]',
    many: '[{exercise} – ]{count} points de situation[ : {title}]',
    detail: '[{text}]',
  },
  'stakeholder.contact_due': {
    one: 'Un contact avec une de vos parties prenantes est à prendre',
    many: 'Des contacts avec {count} de vos parties prenantes sont à prendre',
    detail: '[« {name} »]',
  },
  'incident.action_overdue': {
    one: '[{exercise} – ]Une action d’un retour d’expérience est en retard',
    many: '[{exercise} – ]{count} actions de retours d’expérience sont en retard',
    detail: '[{text}][ – « {title} »]',
  },
  'situation.morning': {
    one: '[{exercise} – ]La situation ce matin',
    many: '[{exercise} – ]La situation ce matin',
    detail:
      '[{topics}][\n{incident1}][\n{incident2}][\n{incident3}][\n{incident4}][\n{figures}][\n{changes}]',
  },
  'situation.level': {
    one: '[{exercise} – ]Un niveau a changé[ : {moved}]',
    many: '[{exercise} – ]Des niveaux ont changé {count} fois[, le dernier : {moved}]',
    detail:
      '[{move1}][\n{move2}][\n{move3}][\n{move4}][\n{topics}][\n{incident1}][\n{incident2}][\n{incident3}][\n{incident4}][\n{figures}][\n{changes}]',
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
});
