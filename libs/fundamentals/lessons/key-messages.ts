import type { Lesson } from '../lesson.js';

export const KEY_MESSAGES: Lesson = {
  key: 'key-messages',
  title: { en: 'Our key messages', fr: 'Nos messages clés' },
  summary: {
    en: 'Three messages, few words, proofs: what people can hear under stress.',
    fr: 'Trois messages, peu de mots, des preuves : ce que l’on peut entendre sous tension.',
  },
  minutes: 5,
  parts: [
    {
      title: { en: 'Why three', fr: 'Pourquoi trois' },
      text: {
        en: 'Under stress people hear less, understand less and remember less. Covello, who studied how people take in news of risk, turned this into a rule of thumb: three messages, spoken in nine seconds, in 27 words, each held up by three proofs. It is a rule of craft, not a law of nature, but it makes one choose. What comes first is kept best, then what comes last.',
        fr: 'Sous tension, on entend moins, on comprend moins, on retient moins. Covello, qui a étudié la manière dont le public reçoit l’annonce d’un risque, en a tiré une règle pratique : trois messages, dits en neuf secondes, en 27 mots, chacun soutenu par trois preuves. C’est une règle de métier, non une loi de la nature, mais elle oblige à choisir. Ce qui vient en premier se retient le mieux, puis ce qui vient en dernier.',
      },
    },
    {
      title: { en: 'The message house', fr: 'La maison des messages' },
      text: {
        en: 'A message house shows the whole at a glance. The roof is the one sentence that should remain. Three pillars carry it: what we do, what we know, what comes next. The foundations are proofs that anybody can check: a figure, a date, a third party who says so. A pillar without proof is an opinion; leave it out.',
        fr: 'La maison des messages montre l’ensemble d’un coup d’œil. Le toit est la phrase qui doit rester. Trois piliers le portent : ce que nous faisons, ce que nous savons, la suite. Les fondations sont des preuves que chacun peut vérifier : un chiffre, une date, un tiers qui l’atteste. Un pilier sans preuve est une opinion ; mieux vaut l’enlever.',
      },
    },
    {
      title: { en: 'Carrying a message without reciting it', fr: 'Porter un message sans le réciter' },
      text: {
        en: 'Answer the question first. Then go to the message that helps this very person, and stop. Repeating the same sentence below every post sounds like a machine and makes people angry. In Passerelle the approved answers say which messages they carry, so you carry them by choosing the right answer. The figures then show two things: how many replies carried a message, and how often the public takes it up. A message that nobody repeats is not yet clear.',
        fr: 'Répondez d’abord à la question. Allez ensuite au message qui aide cette personne-là, et arrêtez-vous. Répéter la même phrase sous chaque publication sonne comme une machine et irrite. Dans Passerelle, les réponses validées disent quels messages elles portent : vous les portez en choisissant la bonne réponse. Les chiffres montrent ensuite deux choses : combien de réponses ont porté un message, et combien de fois le public le reprend. Un message que personne ne répète n’est pas encore clair.',
      },
    },
  ],
  sources: [
    {
      text: 'V. T. Covello, “Message Mapping, Risk and Crisis Communication”, paper for the World Health Organization, 2002',
      url: null,
    },
    {
      text: 'CDC, Crisis and Emergency Risk Communication (CERC) manual',
      url: 'https://www.cdc.gov/cerc/',
    },
  ],
  questions: [
    {
      key: 'proof',
      text: {
        en: 'Which of these is a proof?',
        fr: 'Laquelle de ces phrases est une preuve ?',
      },
      options: [
        {
          key: 'value',
          text: { en: '“Safety is our priority.”', fr: '« La sécurité est notre priorité. »' },
          right: false,
          why: {
            en: 'It is a claim. Nobody can check it, and everybody says it.',
            fr: 'C’est une affirmation. Personne ne peut la vérifier, et tout le monde la dit.',
          },
        },
        {
          key: 'promise',
          text: { en: '“We will do everything we can.”', fr: '« Nous ferons tout notre possible. »' },
          right: false,
          why: {
            en: 'It is a promise without a measure; it proves nothing and will be quoted back.',
            fr: 'C’est une promesse sans mesure ; elle ne prouve rien et on vous la rappellera.',
          },
        },
        {
          key: 'fact',
          text: {
            en: '“On 12 March an outside laboratory tested 400 batteries; its report is online.”',
            fr: '« Le 12 mars, un laboratoire extérieur a testé 400 batteries ; son rapport est en ligne. »',
          },
          right: true,
          why: {
            en: 'A date, a number and a third party: anybody can check it.',
            fr: 'Une date, un nombre et un tiers : chacun peut vérifier.',
          },
        },
      ],
    },
    {
      key: 'order',
      text: {
        en: 'Somebody asks when the refund will arrive. What comes first?',
        fr: 'Quelqu’un demande quand arrivera son remboursement. Que dire d’abord ?',
      },
      options: [
        {
          key: 'umbrella',
          text: { en: 'The umbrella message', fr: 'Le message principal' },
          right: false,
          why: {
            en: 'A message before the answer reads as a way round the question.',
            fr: 'Un message placé avant la réponse passe pour une esquive.',
          },
        },
        {
          key: 'answer',
          text: { en: 'The answer to the question', fr: 'La réponse à la question' },
          right: true,
          why: {
            en: 'Who has an answer can hear the message that follows.',
            fr: 'Qui a sa réponse peut entendre le message qui suit.',
          },
        },
        {
          key: 'all',
          text: { en: 'All three messages, to be sure', fr: 'Les trois messages, par sécurité' },
          right: false,
          why: {
            en: 'Three messages to somebody who asks for a date: none of them will stay.',
            fr: 'Trois messages à qui demande une date : aucun ne restera.',
          },
        },
      ],
    },
    {
      key: 'pick-up',
      text: {
        en: 'Many replies carry a message, and nobody repeats it. What does that say?',
        fr: 'Beaucoup de réponses portent un message, et personne ne le reprend. Qu’en conclure ?',
      },
      options: [
        {
          key: 'clear',
          text: {
            en: 'It is not clear or not credible yet',
            fr: 'Il n’est pas encore clair, ou pas crédible',
          },
          right: true,
          why: {
            en: 'What is understood and believed is passed on. Look at the wording and at the proofs.',
            fr: 'Ce qui est compris et cru se transmet. Regardez la formulation et les preuves.',
          },
        },
        {
          key: 'more',
          text: { en: 'It must be said more often', fr: 'Il faut le dire plus souvent' },
          right: false,
          why: {
            en: 'Saying an unclear sentence more often wears people out.',
            fr: 'Dire plus souvent une phrase obscure lasse.',
          },
        },
      ],
    },
  ],
  exercise: {
    permission: 'replies.send',
    task: {
      en: 'On the training network, publish an approved answer that carries a key message.',
      fr: 'Sur le réseau d’exercice, publiez une réponse validée qui porte un message clé.',
    },
    steps: [
      {
        en: 'Look under “Key messages” which answers carry a message.',
        fr: 'Regardez sous « Messages clés » quelles réponses portent un message.',
      },
      {
        en: 'In the inbox, open a mention that asks for it, press r, pick that answer and publish it. It counts once it has been sent.',
        fr: 'Dans la boîte, ouvrez une mention qui l’appelle, appuyez sur r, choisissez cette réponse et publiez-la. Elle compte une fois envoyée.',
      },
    ],
    path: '/inbox?intent=question,unhappy_customer',
  },
};
