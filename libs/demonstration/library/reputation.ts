import { demoAnswer } from './demo-answer.js';
import { FIRST_NAME } from './placeholders.js';

/** The executive's words, the press, the environment, and thanks. */
export const REPUTATION_ANSWERS = [
  demoAnswer({
    key: 'executive_words_holding',
    kind: 'holding_statement',
    topic: 'executive_statements',
    questionFr: 'Des propos de la directrice générale choquent',
    questionEn: 'Remarks by the chief executive cause offence',
    wordingsFr: [
      'honteux ce qu’a dit votre PDG',
      'Élise Morvan se moque des usagers',
      'les propos de la patronne de Lumen à la radio',
      'vous assumez les paroles de votre directrice ?',
    ],
    wordingsEn: [
      'what your CEO said is a disgrace',
      'Élise Morvan is laughing at passengers',
      'your chief executive’s remarks on the radio',
      'do you stand by what your boss said?',
    ],
    sensitivity: 'high',
    levelMin: 1,
    levelMax: 4,
    strategy: 'apologise',
    departments: ['pr', 'legal'],
    doNotSay: {
      fr: 'Pas de « sorti de son contexte », pas de justification, pas de citation des propos.',
      en: 'No “taken out of context”, no justification, do not quote the remarks.',
    },
    proofPoints: {
      fr: [
        'Rencontres mensuelles avec les associations d’usagers',
        'La directrice générale prend la parole dans les 24 h',
      ],
      en: ['Monthly meetings with passenger groups', 'The chief executive speaks within 24 hours'],
    },
    authorEmail: 'antoine.legoff@lumen.example',
    bodies: {
      fr: {
        all: 'Nous entendons que ces mots ont blessé, et nous en sommes désolés. Ils ne disent pas le respect que nous devons à celles et ceux qui voyagent et travaillent chez nous. Élise Morvan s’exprimera elle-même, très vite. Vos messages lui sont transmis. Sa parole sera publiée ici : https://lumen.example/facts',
        x: 'Nous entendons que ces mots ont blessé, et nous en sommes désolés. Ils ne disent pas le respect que nous vous devons. Élise Morvan s’exprimera elle-même, très vite, et vos messages lui sont transmis : https://lumen.example/facts',
      },
      en: {
        all: 'We hear that these words hurt, and we are sorry. They do not express the respect we owe to everyone who travels and works with us. Élise Morvan will speak for herself, very soon. Your messages are passed on to her. What she says will be published here: https://lumen.example/facts',
        x: 'We hear that these words hurt, and we are sorry. They do not express the respect we owe you. Élise Morvan will speak for herself, very soon, and your messages are passed on to her: https://lumen.example/facts',
      },
    },
    reviewInDays: 60,
  }),
  demoAnswer({
    key: 'press_contact',
    topic: 'brand',
    questionFr: 'Je suis journaliste, qui contacter ?',
    questionEn: 'I am a journalist, whom do I contact?',
    wordingsFr: [
      'demande d’interview',
      'contact presse Lumen',
      'une réaction de Lumen pour notre article ?',
      'je prépare un sujet sur vos vélos',
    ],
    wordingsEn: [
      'interview request',
      'Lumen press office',
      'can Lumen comment for our story?',
      'I’m writing a piece about your bikes',
    ],
    levelMax: 4,
    strategy: 'inform',
    departments: ['pr'],
    authorEmail: 'antoine.legoff@lumen.example',
    doNotSay: {
      fr: 'Ne pas répondre sur le fond à un journaliste depuis les réseaux.',
      en: 'Do not answer a journalist on substance from the social accounts.',
    },
    bodies: {
      fr: {
        all: 'Bonjour, merci de votre message. Notre service de presse vous répond tous les jours, week-end compris : presse@lumen.example ou 01 99 00 30 30. Donnez-lui votre délai, il s’y tiendra. Communiqués et images : https://lumen.example/press',
      },
      en: {
        all: 'Hello, thank you for your message. Our press office answers every day, weekends included: press@lumen.example or 020 7946 0930. Tell them your deadline and they will keep to it. Releases and pictures: https://lumen.example/press',
      },
    },
  }),
  demoAnswer({
    key: 'battery_recycling',
    topic: 'environment',
    questionFr: 'Que deviennent les batteries usagées ?',
    questionEn: 'What happens to used batteries?',
    wordingsFr: [
      'vos batteries sont-elles recyclées ?',
      'le lithium, c’est écologique ?',
      'greenwashing les vélos électriques',
    ],
    wordingsEn: ['are your batteries recycled?', 'how green is lithium?', 'e-bikes are greenwashing'],
    strategy: 'explain',
    departments: ['product', 'pr'],
    authorEmail: 'tom.whitfield@lumen.example',
    proofPoints: {
      fr: [
        'Durée moyenne : 5 ans, puis seconde vie en stockage',
        '71 % de la masse recyclée, audité chaque année',
      ],
      en: [
        'Five years on average, then a second life in storage',
        '71% of the mass recycled, audited each year',
      ],
    },
    doNotSay: { fr: 'Pas de « propre », « vert » ou « neutre ».', en: 'No “clean”, “green” or “neutral”.' },
    bodies: {
      fr: {
        all: 'Bonne question. Nos batteries roulent cinq ans en moyenne, stockent ensuite l’énergie de nos dépôts, puis partent au recyclage en France : 71 % de leur masse est récupérée. Ce n’est pas parfait, et nos chiffres, audités, sont publics chaque année : https://lumen.example/environment',
        x: 'Bonne question. Cinq ans à vélo, puis une seconde vie en stockage dans nos dépôts, puis le recyclage en France : 71 % de la masse récupérée. Pas parfait, mais public et audité : https://lumen.example/environment',
      },
      en: {
        all: 'Good question. Our batteries ride for five years on average, then store energy at our depots, then go to be recycled in Europe: 71% of their mass is recovered. It is not perfect, and our audited figures are public every year: https://lumen.example/environment',
        x: 'Good question. Five years on a bike, then a second life storing energy at our depots, then recycling in Europe: 71% of the mass recovered. Not perfect, but public and audited: https://lumen.example/environment',
      },
    },
  }),
  demoAnswer({
    key: 'abandoned_vehicle',
    topic: 'environment',
    questionFr: 'Un vélo ou une trottinette gêne le passage ou est abandonné',
    questionEn: 'A bike or scooter blocks the way or has been dumped',
    wordingsFr: [
      'trottinette en travers du trottoir',
      'un vélo Lumen au fond du canal',
      'vos trottinettes bloquent les poussettes',
      'vélo abandonné devant chez moi depuis une semaine',
    ],
    wordingsEn: [
      'scooter blocking the pavement',
      'one of your bikes is in the river',
      'can’t get past with a pushchair',
      'bike dumped outside my house for a week',
    ],
    strategy: 'correct',
    departments: ['product'],
    authorEmail: 'ines.kaddour@lumen.example',
    bodies: {
      fr: {
        all: 'Merci de le signaler, et pardon pour la gêne. Avec l’adresse et, si possible, le numéro du cadre, nous passons dans les deux heures en journée : https://lumen.example/report (sans compte, 30 secondes). S’il est dans l’eau, n’essayez pas de le sortir : une batterie mouillée peut être dangereuse.',
      },
      en: {
        all: 'Thank you for telling us, and sorry for the trouble. With the address and, if you can, the number on the frame, we come within two hours in the daytime: https://lumen.example/report (no account, 30 seconds). If it is in the water, please leave it there: a wet battery can be dangerous.',
      },
    },
  }),
  demoAnswer({
    key: 'thanks_praise',
    topic: 'brand',
    questionFr: 'Quelqu’un dit du bien de Lumen',
    questionEn: 'Someone praises Lumen',
    wordingsFr: ['merci lumen', 'super service', 'j’adore vos vélos', 'bravo pour la nouvelle ligne'],
    wordingsEn: ['thanks Lumen', 'great service', 'love your bikes', 'well done on the new line'],
    levelMax: 1,
    strategy: 'thank',
    departments: ['pr'],
    authorEmail: 'ines.kaddour@lumen.example',
    bodies: {
      fr: {
        all: 'Merci, ça fait chaud au cœur ! Votre message part tout de suite aux équipes qui l’ont mérité. Bonne route avec nous.',
        training: 'Merci, ça fait chaud au cœur ! Nous transmettons aux équipes. Bonne route avec nous.',
      },
      en: {
        all: 'Thank you, that made our day! Your message is on its way to the teams who earned it. Have a good ride.',
        training: 'Thank you, that made our day! We are passing it on to the teams. Have a good ride.',
      },
    },
  }),
  demoAnswer({
    key: 'thanks_staff',
    topic: 'drivers_strikes',
    questionFr: 'Quelqu’un remercie un conducteur ou un agent',
    questionEn: 'Someone thanks a driver or a member of staff',
    wordingsFr: [
      'chauffeur adorable ce matin',
      'merci à la conductrice qui m’a attendu',
      'agent très gentil à l’agence',
    ],
    wordingsEn: [
      'lovely driver this morning',
      'thanks to the driver who waited for me',
      'so kind at the counter',
    ],
    levelMax: 1,
    strategy: 'thank',
    departments: ['hr'],
    authorEmail: 'tom.whitfield@lumen.example',
    placeholders: [FIRST_NAME],
    bodies: {
      fr: {
        all: 'Merci {{first_name}}, ces mots comptent beaucoup. Donnez-nous la ligne et l’heure : votre message sera remis en main propre à la personne, et affiché au dépôt.',
      },
      en: {
        all: 'Thank you {{first_name}}, words like these mean a lot. Tell us the line and the time: your message will be handed to the person, and pinned up at the depot.',
      },
    },
  }),
  demoAnswer({
    key: 'new_city',
    topic: 'brand',
    questionFr: 'Quand arrivez-vous dans ma ville ?',
    questionEn: 'When are you coming to my town?',
    wordingsFr: [
      'des vélos Lumen à quand chez nous ?',
      'une station dans mon quartier ?',
      'venez dans notre ville',
    ],
    wordingsEn: [
      'when will Lumen come to our town?',
      'any plan for a station near me?',
      'please come to our city',
    ],
    strategy: 'inform',
    departments: ['pr', 'product'],
    state: 'draft',
    bodies: {
      fr: {
        all: 'Votre envie nous touche ! Les ouvertures se décident avec les collectivités et sont annoncées chaque printemps. Déposez votre vœu de ville ou de station : https://lumen.example/wish',
      },
      en: {
        all: 'We are touched that you ask! Openings are decided with local councils and announced each spring. Leave your wish for a town or a station: https://lumen.example/wish',
      },
    },
    validFromDays: 0,
  }),
];
