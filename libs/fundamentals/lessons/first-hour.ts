import type { Lesson } from '../lesson.js';

export const FIRST_HOUR: Lesson = {
  key: 'first-hour',
  title: { en: 'The first hour of a crisis', fr: 'La première heure d’une crise' },
  summary: {
    en: 'Say early what people must do, what is known, and when you will say more.',
    fr: 'Dire tôt ce qu’il faut faire, ce que l’on sait, et quand on en dira plus.',
  },
  minutes: 6,
  parts: [
    {
      title: { en: 'What comes first', fr: 'Ce qui vient en premier' },
      text: {
        en: 'In the first hour there are more questions than facts, and silence is filled by others. Coombs, after Sturges, gives an order that holds in every crisis:',
        fr: 'Dans la première heure, il y a plus de questions que de faits, et d’autres remplissent le silence. Coombs, après Sturges, donne un ordre qui vaut dans toute crise :',
      },
      points: [
        {
          en: 'Instruct: what people must do to be safe.',
          fr: 'Instruire : ce qu’il faut faire pour se protéger.',
        },
        {
          en: 'Adjust: what happened, what we do about it, our sympathy for those who suffer.',
          fr: 'Apaiser : ce qui s’est passé, ce que nous faisons, notre compassion pour ceux qui souffrent.',
        },
        {
          en: 'Reputation: only then, and by what the crisis is.',
          fr: 'Réputation : seulement ensuite, et selon la nature de la crise.',
        },
      ],
    },
    {
      title: { en: 'The tone follows responsibility', fr: 'Le ton suit la responsabilité' },
      text: {
        en: 'Where the organisation is itself a victim, such as in a disaster, inform and sympathise. In an accident, explain and show what is being repaired. Where it could have been prevented, apologise, compensate, correct. The wrong tone is worse than none: to deny what turns out to be true costs more than the fault. While the cause is unknown, say that it is unknown.',
        fr: 'Si l’organisation est elle-même victime, d’une catastrophe par exemple : informer et compatir. En cas d’accident : expliquer et montrer ce que l’on répare. Si l’événement était évitable : s’excuser, indemniser, corriger. Un mauvais ton est pire que pas de ton : nier ce qui se révélera vrai coûte plus que la faute. Tant que la cause est inconnue, dites qu’elle est inconnue.',
      },
    },
    {
      title: { en: 'Holding statement and situation report', fr: 'Message d’attente et point de situation' },
      text: {
        en: 'A holding statement is ready before the crisis. It says that we know, what people should do, what we are doing and when we speak next; it guesses nothing. Inside, the log keeps who decided what and on which basis, and the situation report gives everybody the same picture: level and trend, facts known and unknown, actions done and due, messages in use, next report. The figures come from the data; your part is to say what is known, what is not, and what changes next. Keep the hour you announce, even to say that there is nothing new.',
        fr: 'Le message d’attente est prêt avant la crise. Il dit que nous savons, ce qu’il faut faire, ce que nous faisons et quand nous reparlerons ; il ne suppose rien. À l’intérieur, la main courante garde qui a décidé quoi et sur quelle base, et le point de situation donne à tous la même image : niveau et tendance, faits connus et inconnus, actions faites et à faire, messages en usage, prochain point. Les chiffres viennent des données ; à vous de dire ce que l’on sait, ce que l’on ignore et ce qui va changer. Tenez l’heure annoncée, même pour dire qu’il n’y a rien de nouveau.',
      },
    },
  ],
  sources: [
    {
      text: 'W. T. Coombs, “Protecting Organization Reputations During a Crisis: The Development and Application of Situational Crisis Communication Theory”, Corporate Reputation Review 10(3), 2007',
      url: 'https://doi.org/10.1057/palgrave.crr.1550049',
    },
    {
      text: 'D. L. Sturges, “Communicating through Crisis”, Management Communication Quarterly 7(3), 1994',
      url: 'https://doi.org/10.1177/0893318994007003004',
    },
    { text: 'CDC, Crisis and Emergency Risk Communication (CERC) manual', url: 'https://www.cdc.gov/cerc/' },
  ],
  questions: [
    {
      key: 'first',
      text: {
        en: 'A battery has burnt a customer; the cause is unknown. What does the first public word say?',
        fr: 'Une batterie a brûlé une cliente ; la cause est inconnue. Que dit la première parole publique ?',
      },
      options: [
        {
          key: 'rare',
          text: { en: 'That such cases are extremely rare', fr: 'Que ces cas sont extrêmement rares' },
          right: false,
          why: {
            en: 'That defends a reputation while somebody is hurt, and it is not known yet.',
            fr: 'C’est défendre une réputation pendant que quelqu’un souffre, et on n’en sait rien encore.',
          },
        },
        {
          key: 'cause',
          text: { en: 'The likely cause', fr: 'La cause probable' },
          right: false,
          why: {
            en: 'A guess that turns out wrong is paid for twice.',
            fr: 'Une supposition fausse se paie deux fois.',
          },
        },
        {
          key: 'safe',
          text: {
            en: 'How to be safe: stop charging this model',
            fr: 'Comment se protéger : ne plus charger ce modèle',
          },
          right: true,
          why: {
            en: 'Instructing information comes first; it may prevent the next burn.',
            fr: 'Les consignes viennent d’abord ; elles peuvent éviter la brûlure suivante.',
          },
        },
      ],
    },
    {
      key: 'unknown',
      text: {
        en: 'The next report is due at 11:00 and there is nothing new. What do you do?',
        fr: 'Le prochain point est dû à 11 h et il n’y a rien de nouveau. Que faites-vous ?',
      },
      options: [
        {
          key: 'skip',
          text: { en: 'Wait until there is something to say', fr: 'J’attends d’avoir quelque chose à dire' },
          right: false,
          why: {
            en: 'A missed hour reads as a loss of control, inside and outside.',
            fr: 'Une heure manquée passe pour une perte de contrôle, dedans comme dehors.',
          },
        },
        {
          key: 'say',
          text: {
            en: 'Report on time, with what is still unknown and the next time',
            fr: 'Je fais le point à l’heure : ce que l’on ignore encore, et l’heure du suivant',
          },
          right: true,
          why: {
            en: 'To say what is not known is a fact too, and the rhythm reassures.',
            fr: 'Dire ce que l’on ignore est aussi un fait, et le rythme rassure.',
          },
        },
      ],
    },
  ],
  exercise: {
    permission: 'incidents.take_part',
    task: {
      en: 'In an incident on the training network, save the situation report in your own words.',
      fr: 'Dans une cellule du réseau d’exercice, enregistrez le point de situation avec vos propres mots.',
    },
    steps: [
      {
        en: 'Open a running incident; if there is none, ask a crisis lead to declare one on a topic of the training network.',
        fr: 'Ouvrez une cellule en cours ; s’il n’y en a pas, demandez à un responsable de crise d’en ouvrir une sur un sujet du réseau d’exercice.',
      },
      {
        en: 'Under “Reports”, draft the report, write what is known and unknown, and save it.',
        fr: 'Sous « Points », préparez le point, écrivez ce que l’on sait et ce que l’on ignore, et enregistrez.',
      },
    ],
    path: '/incidents',
  },
};
