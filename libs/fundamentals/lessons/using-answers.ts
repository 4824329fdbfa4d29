import type { Lesson } from '../lesson.js';

export const USING_ANSWERS: Lesson = {
  key: 'using-answers',
  title: { en: 'Using questions and answers', fr: 'Se servir des questions-réponses' },
  summary: {
    en: 'Pick the answer that was approved, for this person, in this state of things.',
    fr: 'Choisir la réponse validée, pour cette personne, dans cette situation.',
  },
  minutes: 5,
  parts: [
    {
      title: { en: 'Why the words are ready', fr: 'Pourquoi les mots sont prêts' },
      text: {
        en: 'An approved answer is a decision that was taken in calm: what we say, what we do not say, who stands behind it. It lets you answer in minutes without wondering whether the lawyers agree. That is also why there is no field for words of your own: what nobody has approved does not go out.',
        fr: 'Une réponse validée est une décision prise au calme : ce que l’on dit, ce que l’on ne dit pas, qui s’y engage. Elle permet de répondre en quelques minutes sans se demander si le juridique est d’accord. C’est aussi pourquoi il n’y a pas de champ pour vos propres mots : ce que personne n’a validé ne part pas.',
      },
    },
    {
      title: { en: 'Four looks before you pick', fr: 'Quatre regards avant de choisir' },
      text: {
        en: 'The list proposes; you decide. A suggestion is a likeness of words, not a judgement.',
        fr: 'La liste propose, vous décidez. Une suggestion est une ressemblance de mots, non un jugement.',
      },
      points: [
        {
          en: 'Is it the question that was asked? Read the whole thread, not the last line.',
          fr: 'Est-ce bien la question posée ? Lisez tout le fil, pas seulement la dernière ligne.',
        },
        {
          en: 'Does it fit the crisis level? What suits a calm day can wound in a crisis.',
          fr: 'Convient-elle au niveau de crise ? Ce qui va par temps calme peut blesser en crise.',
        },
        {
          en: 'What do the notes say must not be said?',
          fr: 'Que disent les notes sur ce qu’il ne faut pas dire ?',
        },
        {
          en: 'Are the blanks filled with facts about this person, and true?',
          fr: 'Les champs sont-ils remplis de faits sur cette personne, et vrais ?',
        },
      ],
    },
    {
      title: { en: 'A human voice, and speed', fr: 'Une voix humaine, et vite' },
      text: {
        en: 'People forgive a mistake more easily than silence or a form letter. Studies of online customer care find that a conversational voice earns more trust than an official one; choose the variant that greets by name and says what happens next. A reply made public also answers the many who read without writing. If nothing fits, do not take the nearest answer: say “none fits” and ask for the missing one. Everybody who waits for the same gets it later in one go.',
        fr: 'On pardonne plus volontiers une erreur qu’un silence ou une lettre type. Les études sur la relation client en ligne montrent qu’une voix de conversation inspire plus de confiance qu’un ton officiel ; choisissez la variante qui salue par le nom et dit la suite. Une réponse publique répond aussi à tous ceux qui lisent sans écrire. Si rien ne convient, ne prenez pas la réponse la plus proche : dites « aucune ne convient » et demandez celle qui manque. Tous ceux qui attendent la même la recevront d’un coup.',
      },
    },
  ],
  sources: [
    {
      text: 'T. Kelleher, “Conversational Voice, Communicated Commitment, and Public Relations Outcomes”, Journal of Communication 59(1), 2009',
      url: 'https://doi.org/10.1111/j.1460-2466.2008.01410.x',
    },
    {
      text: 'C. W. L. Hart, J. L. Heskett, W. E. Sasser, “The Profitable Art of Service Recovery”, Harvard Business Review 68(4), 1990',
      url: null,
    },
  ],
  questions: [
    {
      key: 'nearest',
      text: {
        en: 'No suggestion fits quite. What do you do?',
        fr: 'Aucune suggestion ne convient tout à fait. Que faites-vous ?',
      },
      options: [
        {
          key: 'take',
          text: { en: 'Take the nearest one', fr: 'Je prends la plus proche' },
          right: false,
          why: {
            en: 'An answer beside the question tells the person that nobody has read them.',
            fr: 'Une réponse à côté de la question dit à la personne que nul ne l’a lue.',
          },
        },
        {
          key: 'ask',
          text: {
            en: 'Say that none fits and ask for the missing answer',
            fr: 'Je dis qu’aucune ne convient et je demande celle qui manque',
          },
          right: true,
          why: {
            en: 'The departments write it once, and it serves all who ask the same.',
            fr: 'Les directions l’écrivent une fois, et elle sert à tous ceux qui demandent la même chose.',
          },
        },
        {
          key: 'elsewhere',
          text: { en: 'Answer from my own account', fr: 'Je réponds depuis mon propre compte' },
          right: false,
          why: {
            en: 'Then words go out that nobody approved, and no record says so.',
            fr: 'Des mots que personne n’a validés partent alors, sans aucune trace.',
          },
        },
      ],
    },
    {
      key: 'level',
      text: {
        en: 'A light-hearted answer was right last week. The topic is in crisis today. May you use it?',
        fr: 'Une réponse légère convenait la semaine dernière. Le sujet est en crise aujourd’hui. Peut-on s’en servir ?',
      },
      options: [
        {
          key: 'no',
          text: {
            en: 'No, look for one approved for this level',
            fr: 'Non, j’en cherche une validée pour ce niveau',
          },
          right: true,
          why: {
            en: 'The level belongs to what was approved. A holding statement may be the right start.',
            fr: 'Le niveau fait partie de ce qui a été validé. Un message d’attente peut être le bon début.',
          },
        },
        {
          key: 'yes',
          text: { en: 'Yes, it is still approved', fr: 'Oui, elle est toujours validée' },
          right: false,
          why: {
            en: 'It is approved for certain levels only; a crisis changes how it is read.',
            fr: 'Elle n’est validée que pour certains niveaux ; une crise change la façon dont on la lit.',
          },
        },
      ],
    },
  ],
  exercise: {
    permission: 'replies.send',
    task: {
      en: 'On the training network, answer a mention from the library.',
      fr: 'Sur le réseau d’exercice, répondez à une mention depuis la bibliothèque.',
    },
    steps: [
      {
        en: 'Open a question or a complaint, read the thread and why it was given this level.',
        fr: 'Ouvrez une question ou une plainte, lisez le fil et les raisons de son niveau.',
      },
      {
        en: 'Press r, compare the suggestions, fill in the blanks, publish. It counts once it has been sent.',
        fr: 'Appuyez sur r, comparez les suggestions, remplissez les champs, publiez. Elle compte une fois envoyée.',
      },
    ],
    path: '/inbox?intent=question,unhappy_customer',
  },
};
