import type { Lesson } from '../lesson.js';

export const ESCALATING: Lesson = {
  key: 'escalating',
  title: { en: 'Escalating well', fr: 'Bien escalader' },
  summary: {
    en: 'Ask so that somebody who was asleep can decide in two minutes.',
    fr: 'Demander de telle sorte que quelqu’un qui dormait puisse décider en deux minutes.',
  },
  minutes: 5,
  parts: [
    {
      title: { en: 'When', fr: 'Quand' },
      text: {
        en: 'Escalate when the answer is not yours to give: somebody may be hurt or in danger, the law or an authority is involved, personal data may be out, a journalist asks, or a promise would cost money. Escalate early. An alarm that turns out to be nothing costs minutes; an alarm that comes late costs the first hour. Nobody is blamed for a false one raised in good faith.',
        fr: 'Escaladez quand la réponse ne vous appartient pas : quelqu’un est peut-être blessé ou en danger, la loi ou une autorité est en jeu, des données personnelles ont peut-être fui, un journaliste interroge, ou une promesse coûterait de l’argent. Escaladez tôt. Une alerte pour rien coûte quelques minutes ; une alerte tardive coûte la première heure. Une fausse alerte donnée de bonne foi ne se reproche à personne.',
      },
    },
    {
      title: { en: 'How: four sentences', fr: 'Comment : quatre phrases' },
      text: {
        en: 'Hospitals teach a form for calls between people who do not share the context; it is called SBAR, and it works here too.',
        fr: 'Les hôpitaux enseignent une forme d’appel entre personnes qui n’ont pas le même contexte ; elle s’appelle SBAR, et elle sert aussi ici.',
      },
      points: [
        {
          en: 'Situation: what is happening, in one sentence.',
          fr: 'Situation : ce qui se passe, en une phrase.',
        },
        {
          en: 'Background: who speaks, since when, how many take it up.',
          fr: 'Contexte : qui parle, depuis quand, combien de reprises.',
        },
        {
          en: 'Assessment: what you think it is, and what is not known.',
          fr: 'Évaluation : ce que vous en pensez, et ce que l’on ignore.',
        },
        {
          en: 'Request: what you need, from whom, by when. End with a question.',
          fr: 'Demande : ce qu’il vous faut, de qui, pour quand. Finissez par une question.',
        },
      ],
    },
    {
      title: { en: 'Then', fr: 'Ensuite' },
      text: {
        en: 'Name the departments that have to decide, and only those: whom everybody asks, nobody answers. The policy finds the person on call and asks the next one if nobody takes it; you need not chase. If you are the one who is asked, take it within the time, even before you know the answer: taking it says “I am on it” and stops the alarm for the others. Hand it over if you cannot decide. A timer that runs out is not a fault on file, but the matter has waited.',
        fr: 'Nommez les directions qui doivent décider, et elles seules : quand tout le monde est sollicité, personne ne répond. La politique trouve la personne d’astreinte et sollicite la suivante si personne ne prend ; vous n’avez pas à relancer. Si c’est vous que l’on sollicite, prenez dans le délai, même avant de connaître la réponse : prendre dit « je m’en occupe » et arrête l’alarme des autres. Passez la main si vous ne pouvez pas décider. Un délai écoulé n’est pas une faute à votre dossier, mais l’affaire a attendu.',
      },
    },
  ],
  sources: [
    {
      text: 'M. Leonard, S. Graham, D. Bonacum, “The human factor: the critical importance of effective teamwork and communication in providing safe care”, Quality and Safety in Health Care 13(suppl. 1), 2004',
      url: 'https://doi.org/10.1136/qshc.2004.010033',
    },
    {
      text: 'B. Beyer and others (eds.), Site Reliability Engineering, chapter “Managing Incidents”, 2016',
      url: 'https://sre.google/sre-book/managing-incidents/',
    },
  ],
  questions: [
    {
      key: 'words',
      text: {
        en: 'Which escalation can be decided on at once?',
        fr: 'Sur quelle escalade peut-on décider aussitôt ?',
      },
      options: [
        {
          key: 'look',
          text: { en: '“Please have a look, it is getting hot.”', fr: '« Merci de regarder, ça chauffe. »' },
          right: false,
          why: {
            en: 'What happens, what is asked and by when: all of it is missing.',
            fr: 'Ce qui se passe, ce qui est demandé, pour quand : tout manque.',
          },
        },
        {
          key: 'request',
          text: {
            en: '“A passenger shows a burn from a battery; two newspapers have shared it since 9:10. Cause unknown. May we publish the holding statement before 10:00?”',
            fr: '« Une voyageuse montre une brûlure due à une batterie ; deux journaux l’ont reprise depuis 9 h 10. Cause inconnue. Pouvons-nous publier le message d’attente avant 10 h ? »',
          },
          right: true,
          why: {
            en: 'Situation, background, what is not known, and a question with a time.',
            fr: 'Situation, contexte, ce que l’on ignore, et une question assortie d’une heure.',
          },
        },
        {
          key: 'all',
          text: {
            en: 'The whole thread, copied, to all departments',
            fr: 'Tout le fil, copié, à toutes les directions',
          },
          right: false,
          why: {
            en: 'Everybody has to read everything and nobody knows that it is for them.',
            fr: 'Chacun doit tout lire et nul ne sait que c’est pour lui.',
          },
        },
      ],
    },
    {
      key: 'asked',
      text: {
        en: 'You are asked at night and cannot decide alone. What comes first?',
        fr: 'On vous sollicite la nuit et vous ne pouvez pas décider seul. Que faire d’abord ?',
      },
      options: [
        {
          key: 'take',
          text: {
            en: 'Take it, then find who can decide',
            fr: 'Je la prends, puis je cherche qui peut décider',
          },
          right: true,
          why: {
            en: 'It has an owner now; you can still hand it over.',
            fr: 'Elle a maintenant un responsable ; vous pourrez encore passer la main.',
          },
        },
        {
          key: 'wait',
          text: { en: 'Wait until I know the answer', fr: 'J’attends de connaître la réponse' },
          right: false,
          why: {
            en: 'Meanwhile the alarm goes on to others, who do not know that you are at it.',
            fr: 'Pendant ce temps l’alarme en réveille d’autres, qui ignorent que vous y êtes.',
          },
        },
      ],
    },
  ],
  exercise: {
    permission: 'mentions.triage',
    task: {
      en: 'On the training network, escalate a mention to a named department, with a question of 40 characters or more.',
      fr: 'Sur le réseau d’exercice, escaladez une mention à une direction nommée, avec une question d’au moins 40 caractères.',
    },
    steps: [
      {
        en: 'Open a mention of level 2 or above, and press e.',
        fr: 'Ouvrez une mention de niveau 2 ou plus, et appuyez sur e.',
      },
      {
        en: 'Write the four sentences, end with the question and a time, and choose who decides.',
        fr: 'Écrivez les quatre phrases, finissez par la question et une heure, et choisissez qui décide.',
      },
    ],
    path: '/inbox?level=2,3,4',
  },
};
