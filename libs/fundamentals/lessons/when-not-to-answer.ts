import type { Lesson } from '../lesson.js';

export const WHEN_NOT_TO_ANSWER: Lesson = {
  key: 'when-not-to-answer',
  title: { en: 'When not to answer', fr: 'Quand ne pas répondre' },
  summary: {
    en: 'Silence can be a decision, if it is one: taken, with a reason, on record.',
    fr: 'Le silence peut être une décision, à condition d’en être une : prise, motivée, consignée.',
  },
  minutes: 4,
  parts: [
    {
      title: { en: 'Look at the intent, not at the tone', fr: 'Regarder l’intention, pas le ton' },
      text: {
        en: 'The United States Air Force published a one-page chart in 2008 that many organisations still use. It does not ask whether a post is pleasant. It asks what its author is after:',
        fr: 'En 2008, l’armée de l’air américaine a publié un schéma d’une page dont beaucoup d’organisations se servent encore. Il ne demande pas si une publication est aimable. Il demande ce que cherche son auteur :',
      },
      points: [
        {
          en: 'Unhappy customer: something went wrong. Answer and put it right, however rude the words.',
          fr: 'Client mécontent : quelque chose a mal tourné. Répondre et réparer, même si les mots sont rudes.',
        },
        {
          en: 'Misguided: the facts are wrong. Correct them, politely, with a source.',
          fr: 'Mal informé : les faits sont faux. Les corriger, poliment, avec une source.',
        },
        {
          en: 'Rager or satirist: a rant or a joke at our expense. Monitor; an answer would feed it.',
          fr: 'Furieux ou satiriste : une colère ou une blague à nos dépens. Veiller ; répondre l’alimenterait.',
        },
        {
          en: 'Troll: lives on the quarrel itself. Monitor, do not answer.',
          fr: 'Troll : vit de la querelle elle-même. Veiller, ne pas répondre.',
        },
      ],
    },
    {
      title: { en: 'The trap of the rude customer', fr: 'Le piège du client grossier' },
      text: {
        en: 'The costly error is to file a real grievance under “troll” because it swears. Whoever was stranded at night and shouts about it has a grievance. If in doubt, ask: is there anything in it that we could put right? If so, answer. And a threat, a danger to somebody or a coordinated attack is never simply left alone: escalate it.',
        fr: 'L’erreur qui coûte cher est de classer comme « troll » un vrai grief parce qu’il jure. Qui est resté bloqué la nuit et le crie a un grief. Dans le doute, demandez-vous : y a-t-il là quelque chose que nous pourrions réparer ? Si oui, répondez. Et une menace, un danger pour quelqu’un ou une attaque coordonnée ne se laisse jamais simplement de côté : on l’escalade.',
      },
    },
    {
      title: { en: 'Deciding, not overlooking', fr: 'Décider, et non négliger' },
      text: {
        en: '“No reply” is a decision like any other: it carries a reason, stands on record, and can be reopened when the situation changes. A post that is not answered stays under watch; if others take it up, its level rises and it comes back. Nothing is deleted and nobody is blocked by it.',
        fr: '« Pas de réponse » est une décision comme une autre : elle a un motif, elle est consignée, et on peut y revenir si la situation change. Une publication sans réponse reste sous veille ; si d’autres la reprennent, son niveau monte et elle revient. Rien n’est supprimé, personne n’est bloqué.',
      },
    },
  ],
  sources: [
    {
      text: 'United States Air Force, Air Force Public Affairs Agency, “Web Posting Response Assessment”, 2008',
      url: null,
    },
    {
      text: 'C. Hardaker, “Trolling in asynchronous computer-mediated communication”, Journal of Politeness Research 6(2), 2010',
      url: 'https://doi.org/10.1515/jplr.2010.011',
    },
  ],
  questions: [
    {
      key: 'stranded',
      text: {
        en: '“Bunch of clowns, my daughter waited two hours in the dark for your last tram!!!” What is this?',
        fr: '« Bande de clowns, ma fille a attendu deux heures dans le noir votre dernier tram !!! » De quoi s’agit-il ?',
      },
      options: [
        {
          key: 'troll',
          text: { en: 'A troll: no reply', fr: 'Un troll : pas de réponse' },
          right: false,
          why: {
            en: 'The tone is rude, but something happened that can be looked into and put right.',
            fr: 'Le ton est rude, mais il s’est passé quelque chose que l’on peut vérifier et réparer.',
          },
        },
        {
          key: 'unhappy',
          text: { en: 'An unhappy customer: answer', fr: 'Un client mécontent : répondre' },
          right: true,
          why: {
            en: 'There is a grievance. The tone does not change what is owed.',
            fr: 'Il y a un grief. Le ton ne change rien à ce qui est dû.',
          },
        },
        {
          key: 'satirist',
          text: { en: 'A satirist: monitor', fr: 'Un satiriste : veiller' },
          right: false,
          why: {
            en: 'There is no joke in it, but a fact.',
            fr: 'Il n’y a pas là une blague, mais un fait.',
          },
        },
      ],
    },
    {
      key: 'threat',
      text: {
        en: 'A known troll announces that he will “wait for a driver after the shift”. What do you do?',
        fr: 'Un troll connu annonce qu’il « attendra un conducteur à la fin du service ». Que faites-vous ?',
      },
      options: [
        {
          key: 'ignore',
          text: { en: 'Nothing: one does not feed trolls', fr: 'Rien : on ne nourrit pas les trolls' },
          right: false,
          why: {
            en: 'A threat against a person is a matter of safety, whoever writes it.',
            fr: 'Une menace contre une personne est une question de sécurité, quel qu’en soit l’auteur.',
          },
        },
        {
          key: 'answer',
          text: {
            en: 'Answer in public that this is forbidden',
            fr: 'Je réponds en public que c’est interdit',
          },
          right: false,
          why: {
            en: 'It gives him a stage and protects nobody.',
            fr: 'Cela lui offre une scène et ne protège personne.',
          },
        },
        {
          key: 'escalate',
          text: { en: 'Escalate to security at once', fr: 'J’escalade aussitôt à la sécurité' },
          right: true,
          why: {
            en: 'Not to answer in public and to act inside go together.',
            fr: 'Ne pas répondre en public et agir en interne vont ensemble.',
          },
        },
      ],
    },
  ],
  exercise: {
    permission: 'mentions.triage',
    task: {
      en: 'On the training network, decide on no reply, with a reason, for a troll, a rager or a satirist.',
      fr: 'Sur le réseau d’exercice, décidez de ne pas répondre, avec un motif, à un troll, un furieux ou un satiriste.',
    },
    steps: [
      {
        en: 'The inbox opens narrowed to these intents. Make sure first that there is no grievance in it; if there is, correct the judgement.',
        fr: 'La boîte s’ouvre sur ces intentions. Assurez-vous d’abord qu’il n’y a pas de grief ; s’il y en a un, corrigez l’évaluation.',
      },
      { en: 'Press n and give the reason.', fr: 'Appuyez sur n et donnez le motif.' },
    ],
    path: '/inbox?intent=troll,rager,satirist',
  },
};
