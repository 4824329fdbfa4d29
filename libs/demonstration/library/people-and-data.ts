import { demoAnswer } from './demo-answer.js';
import { CASE_LINK, FIRST_NAME } from './placeholders.js';

/** Data, accessibility, equal treatment, drivers and strikes. */
export const PEOPLE_AND_DATA_ANSWERS = [
  demoAnswer({
    key: 'data_breach_holding',
    kind: 'holding_statement',
    topic: 'data_privacy',
    questionFr: 'Des données de clients Lumen auraient fuité',
    questionEn: 'Lumen customer data is said to have leaked',
    wordingsFr: [
      'fuite de données chez Lumen ?',
      'mes données personnelles sont en vente ?',
      'vous vous êtes fait pirater ?',
      'est-ce que ma carte bancaire est concernée ?',
    ],
    wordingsEn: [
      'has Lumen had a data breach?',
      'is my personal data for sale?',
      'have you been hacked?',
      'is my bank card affected?',
    ],
    sensitivity: 'high',
    levelMin: 2,
    levelMax: 4,
    strategy: 'inform',
    departments: ['security', 'legal', 'pr'],
    doNotSay: {
      fr: 'Ni confirmation, ni démenti, ni nombre de comptes avant l’avis de la sécurité. Ne pas commenter l’auteur de l’attaque.',
      en: 'Neither confirm nor deny, no number of accounts, before safety has spoken. No comment on who did it.',
    },
    proofPoints: {
      fr: [
        'Numéros de carte jamais conservés par Lumen',
        'Notification à la CNIL sous 72 h si une violation est avérée',
      ],
      en: ['Lumen never keeps card numbers', 'Regulators told within 72 hours if a breach is established'],
    },
    bodies: {
      fr: {
        all: 'Par précaution, changez votre mot de passe Lumen (et partout où vous l’utilisez aussi) et ne cliquez sur aucun lien reçu par SMS. Nous avons connaissance de ces affirmations et nos équipes les vérifient en priorité. Lumen ne conserve aucun numéro de carte. Toute personne concernée sera prévenue directement. Point de situation : https://lumen.example/facts',
        x: 'Par précaution, changez votre mot de passe Lumen et ne cliquez sur aucun lien reçu par SMS. Nous vérifions ces affirmations en priorité. Aucun numéro de carte n’est conservé. Toute personne concernée sera prévenue : https://lumen.example/facts',
      },
      en: {
        all: 'As a precaution, change your Lumen password (and anywhere else you use it) and do not click on links in text messages. We are aware of these claims and our teams are checking them as a priority. Lumen keeps no card numbers. Anyone affected will be told directly. Updates: https://lumen.example/facts',
        x: 'As a precaution, change your Lumen password and do not click on links in text messages. We are checking these claims as a priority. We keep no card numbers. Anyone affected will be told directly: https://lumen.example/facts',
      },
    },
    reviewInDays: 60,
  }),
  demoAnswer({
    key: 'phishing',
    topic: 'data_privacy',
    questionFr: 'J’ai reçu un message suspect au nom de Lumen',
    questionEn: 'I received a suspicious message in Lumen’s name',
    wordingsFr: [
      'SMS amende Lumen à payer, c’est vrai ?',
      'arnaque au nom de lumen',
      'mail bizarre qui demande ma carte bancaire',
      'faux compte service client qui m’écrit en privé',
    ],
    wordingsEn: [
      'text about a Lumen fine, is it real?',
      'scam in your name',
      'strange e-mail asking for my card',
      'a fake support account sent me a message',
    ],
    sensitivity: 'medium',
    levelMax: 3,
    strategy: 'inform',
    departments: ['security'],
    authorEmail: 'ines.kaddour@lumen.example',
    bodies: {
      fr: {
        all: 'Ne cliquez pas : c’est une arnaque. Lumen ne réclame jamais de paiement par SMS ni de numéro de carte en message privé. Vous avez déjà donné des informations ? Appelez votre banque tout de suite et changez votre mot de passe. Transférez le SMS au 33700 et le mail à abus@lumen.example. Merci de l’avoir signalé !',
        x: 'Ne cliquez pas : c’est une arnaque. Lumen ne réclame jamais de paiement par SMS ni de carte en message privé. Déjà répondu ? Appelez votre banque et changez votre mot de passe. SMS à transférer au 33700. Merci de l’avoir signalé !',
      },
      en: {
        all: 'Please do not click: it is a scam. Lumen never asks for payment by text, nor for a card number in a private message. If you already gave details, call your bank right now and change your password. Forward the text to 7726 and the e-mail to abuse@lumen.example. Thank you for flagging it!',
        x: 'Please do not click: it is a scam. Lumen never asks for payment by text or a card in a private message. Already answered? Call your bank and change your password. Forward the text to 7726. Thank you for flagging it!',
      },
    },
  }),
  demoAnswer({
    key: 'data_rights',
    topic: 'data_privacy',
    questionFr: 'Comment consulter ou supprimer mes données ?',
    questionEn: 'How do I see or delete my data?',
    wordingsFr: [
      'supprimer mon compte et mes données',
      'demande RGPD',
      'quelles données avez-vous sur moi ?',
    ],
    wordingsEn: ['delete my account and data', 'GDPR request', 'what data do you hold on me?'],
    strategy: 'inform',
    departments: ['legal'],
    authorEmail: 'tom.whitfield@lumen.example',
    bodies: {
      fr: {
        all: 'C’est votre droit, et c’est simple : « Mon profil », « Mes données » pour tout télécharger ou tout effacer. Vous pouvez aussi écrire à donnees@lumen.example : réponse sous un mois au plus, huit jours en moyenne. Le détail : https://lumen.example/privacy',
      },
      en: {
        all: 'It is your right, and it is simple: “My profile”, “My data” to download or erase everything. You can also write to privacy@lumen.example: an answer within a month at most, eight days on average. Details: https://lumen.example/privacy',
      },
    },
  }),
  demoAnswer({
    key: 'location_tracking',
    topic: 'data_privacy',
    questionFr: 'Lumen suit-elle mes déplacements ?',
    questionEn: 'Does Lumen track where I go?',
    wordingsFr: [
      'vous vendez ma géolocalisation ?',
      'pourquoi l’app veut ma position en permanence ?',
      'Lumen espionne ses clients',
    ],
    wordingsEn: [
      'do you sell my location?',
      'why does the app want my location all the time?',
      'Lumen is spying on us',
    ],
    sensitivity: 'high',
    levelMax: 3,
    strategy: 'explain',
    departments: ['legal', 'security', 'product'],
    approvedBy: ['product'],
    state: 'in_review',
    bodies: {
      fr: {
        all: 'Non : la position du vélo est suivie pendant la location, pour la sécurité et la facturation, puis rendue anonyme après 60 jours. Votre téléphone n’est localisé que si vous ouvrez la carte. Rien n’est vendu. Vous pouvez refuser la position et saisir le numéro du vélo à la main. Tout est ici : https://lumen.example/privacy',
      },
      en: {
        all: 'No: the bike’s position is followed during the rental, for safety and billing, then made anonymous after 60 days. Your phone is located only while you look at the map. Nothing is sold. You can refuse location and type the number of the bike instead. It is all here: https://lumen.example/privacy',
      },
    },
    validFromDays: 0,
  }),
  demoAnswer({
    key: 'ramp_broken',
    topic: 'accessibility',
    questionFr: 'La rampe ou l’ascenseur est en panne',
    questionEn: 'The ramp or the lift is out of order',
    wordingsFr: [
      'rampe du bus en panne, je suis en fauteuil',
      'ascenseur HS depuis une semaine',
      'impossible de monter avec mon fauteuil roulant',
      'le chauffeur dit que la rampe ne marche pas',
    ],
    wordingsEn: [
      'bus ramp broken and I use a wheelchair',
      'lift out of order for a week',
      'couldn’t board with my wheelchair',
      'driver said the ramp doesn’t work',
    ],
    sensitivity: 'medium',
    levelMax: 3,
    strategy: 'apologise',
    departments: ['product', 'care'],
    authorEmail: 'ines.kaddour@lumen.example',
    doNotSay: {
      fr: 'Ne pas répondre « le suivant sera accessible » sans le proposer concrètement.',
      en: 'Do not answer “the next one will be accessible” without arranging it.',
    },
    proofPoints: {
      fr: ['Véhicule de remplacement gratuit en 30 minutes', 'Rampes vérifiées chaque matin'],
      en: ['Free replacement vehicle within 30 minutes', 'Ramps checked every morning'],
    },
    bodies: {
      fr: {
        all: 'Si vous êtes bloqué en ce moment, appelez le 01 99 00 12 12 : un véhicule adapté vient vous chercher gratuitement, sous 30 minutes. Rester sur le trottoir n’est pas acceptable et nous vous présentons nos excuses. Donnez-nous la ligne ou la station : la panne est transmise à l’atelier tout de suite.',
        x: 'Bloqué en ce moment ? 01 99 00 12 12 : un véhicule adapté vient vous chercher gratuitement sous 30 min. Rester sur le trottoir n’est pas acceptable, toutes nos excuses. La ligne ou la station ? L’atelier est prévenu tout de suite.',
      },
      en: {
        all: 'If you are stuck right now, call 020 7946 0912: an adapted vehicle will pick you up free of charge, within 30 minutes. Being left on the pavement is not acceptable and we apologise. Tell us the line or the station and the workshop is on it at once.',
        x: 'Stuck right now? 020 7946 0912: an adapted vehicle will pick you up free of charge within 30 min. Being left on the pavement is not acceptable and we apologise. Which line or station? The workshop is on it.',
      },
    },
  }),
  demoAnswer({
    key: 'assisted_travel',
    topic: 'accessibility',
    questionFr: 'Comment réserver une assistance pour voyager avec un handicap ?',
    questionEn: 'How do I book assistance to travel with a disability?',
    wordingsFr: [
      'assistance PMR, comment réserver ?',
      'je suis malvoyant, puis-je être accompagné ?',
      'mon chien guide est-il accepté ?',
    ],
    wordingsEn: [
      'how do I book wheelchair assistance?',
      'I’m blind, can someone help me change?',
      'is my guide dog welcome?',
    ],
    strategy: 'inform',
    departments: ['care'],
    bodies: {
      fr: {
        all: 'Avec plaisir : l’assistance se réserve jusqu’à deux heures avant le départ, par téléphone ou SMS au 01 99 00 12 12, ou dans l’app, « Voyager accompagné ». Gratuit, sur toutes les lignes, et l’accompagnant voyage gratuitement. Les chiens guides et d’assistance sont bienvenus partout.',
      },
      en: {
        all: 'With pleasure: book up to two hours before you leave, by phone or text on 020 7946 0912, or in the app under “Assisted travel”. It is free on every line, and your companion travels free too. Guide and assistance dogs are welcome everywhere.',
      },
    },
  }),
  demoAnswer({
    key: 'discrimination_holding',
    kind: 'holding_statement',
    topic: 'accessibility',
    questionFr: 'Un client dit avoir subi une discrimination de la part de Lumen',
    questionEn: 'A customer says that Lumen discriminated against them',
    wordingsFr: [
      'votre chauffeur a refusé de me prendre à cause de mon voile',
      'contrôle au faciès dans le tram',
      'propos racistes d’un agent Lumen',
      'refusée parce que je suis en fauteuil',
    ],
    wordingsEn: [
      'your driver refused me because of my skin colour',
      'racist remarks from Lumen staff',
      'only checked the tickets of the Black passengers',
      'turned away because of my wheelchair',
    ],
    sensitivity: 'high',
    levelMin: 1,
    levelMax: 4,
    strategy: 'sympathise',
    departments: ['hr', 'legal', 'pr'],
    doNotSay: {
      fr: 'Ne pas contester le ressenti, ne pas parler de « malentendu », ne pas nommer l’agent ni annoncer de sanction.',
      en: 'Do not dispute how it felt, no “misunderstanding”, do not name the employee or announce a sanction.',
    },
    proofPoints: {
      fr: ['Cellule d’écoute indépendante', 'Chaque signalement reçoit une réponse écrite sous 15 jours'],
      en: ['Independent listening service', 'Every report gets a written answer within 15 days'],
    },
    placeholders: [CASE_LINK],
    bodies: {
      fr: {
        all: 'Ce que vous décrivez est grave, et personne ne devrait l’éprouver à bord. Merci d’en parler. Une cellule indépendante de l’exploitation recueille votre témoignage en confiance : {{case_link}}. Elle vous rappelle sous 24 h et vous écrit ses conclusions sous 15 jours. Vous pouvez aussi joindre le Défenseur des droits au 39 28.',
        x: 'Ce que vous décrivez est grave, et personne ne devrait l’éprouver à bord. Une cellule indépendante vous écoute en confiance et vous rappelle sous 24 h : {{case_link}}. Le Défenseur des droits répond aussi au 39 28.',
      },
      en: {
        all: 'What you describe is serious, and nobody should feel that way on board. Thank you for telling us. A team independent of operations will hear you in confidence: {{case_link}}. They call you back within 24 hours and write to you with what they found within 15 days.',
        x: 'What you describe is serious, and nobody should feel that way on board. A team independent of operations will hear you in confidence and call you within 24 hours: {{case_link}}.',
      },
    },
    reviewInDays: 60,
  }),
  demoAnswer({
    key: 'driver_behaviour',
    topic: 'drivers_strikes',
    questionFr: 'Le conducteur conduit mal, est impoli ou au téléphone',
    questionEn: 'The driver drives badly, is rude or on the phone',
    wordingsFr: [
      'le chauffeur ne s’est pas arrêté',
      'conducteur au téléphone en roulant',
      'chauffeur très désagréable ligne 7',
      'il roule comme un fou, on a failli tomber',
    ],
    wordingsEn: [
      'driver drove straight past us',
      'driver on the phone while driving',
      'very rude driver on line 7',
      'he drives like a maniac',
    ],
    sensitivity: 'medium',
    strategy: 'apologise',
    departments: ['hr', 'care'],
    authorEmail: 'ines.kaddour@lumen.example',
    doNotSay: {
      fr: 'Ne jamais nommer ni décrire un conducteur. Supprimer la photo d’un agent : à demander, pas à exiger.',
      en: 'Never name or describe a driver. A picture of an employee: ask for it to be removed, do not demand it.',
    },
    placeholders: [CASE_LINK],
    bodies: {
      fr: {
        all: 'Ce n’est pas le service que nous voulons, et nous vous présentons nos excuses. Avec la ligne, l’heure et le numéro du véhicule (au-dessus de la porte), le responsable d’exploitation en parle avec la personne concernée cette semaine et vous répond : {{case_link}}. Un danger immédiat ? 01 99 00 24 24.',
        x: 'Ce n’est pas le service que nous voulons, toutes nos excuses. Avec la ligne, l’heure et le numéro du véhicule, le responsable en parle avec la personne cette semaine et vous répond : {{case_link}}. Danger immédiat : 01 99 00 24 24.',
      },
      en: {
        all: 'That is not the service we want, and we apologise. With the line, the time and the vehicle number (above the door), the operations manager will take it up with the person this week and answer you: {{case_link}}. An immediate danger? 020 7946 0924.',
        x: 'That is not the service we want, and we apologise. With the line, time and vehicle number, the manager will take it up with the person this week and answer you: {{case_link}}. Immediate danger: 020 7946 0924.',
      },
    },
  }),
  demoAnswer({
    key: 'strike_info',
    topic: 'drivers_strikes',
    questionFr: 'Y a-t-il grève et quelles lignes circulent ?',
    questionEn: 'Is there a strike and which lines are running?',
    wordingsFr: [
      'grève demain ?',
      'quels bus pendant la grève',
      'il y a un préavis jeudi, ma ligne roule ?',
      'encore en grève',
    ],
    wordingsEn: [
      'strike tomorrow?',
      'which buses are running?',
      'will my line run on Thursday?',
      'on strike again?',
    ],
    sensitivity: 'medium',
    levelMax: 3,
    strategy: 'inform',
    departments: ['hr', 'pr'],
    authorEmail: 'antoine.legoff@lumen.example',
    doNotSay: {
      fr: 'Ne jamais commenter les revendications ni la participation.',
      en: 'Never comment on the demands or on how many take part.',
    },
    bodies: {
      fr: {
        all: 'Les lignes qui circulent sont connues la veille à 17 h, départ par départ : https://lumen.example/strike ou par SMS, gratuitement, avec « ALERTE » au 01 99 00 11 11. Les jours de préavis, 30 minutes de vélo sont offertes avec le code VELO. Nous savons ce que ces journées ont de pénible et le dialogue avec les équipes continue.',
        x: 'Les lignes qui circulent sont connues la veille à 17 h, départ par départ : https://lumen.example/strike. Les jours de préavis, 30 minutes de vélo offertes avec le code VELO. Désolés pour ces journées compliquées.',
      },
      en: {
        all: 'Lines that run are known at 5 pm on the day before, departure by departure: https://lumen.example/strike or by free text alert, “ALERT” to 020 7946 0911. On strike days 30 minutes of bike are free with the code BIKE. We know how hard these days are, and talks with our teams continue.',
        x: 'Lines that run are known at 5 pm on the day before, departure by departure: https://lumen.example/strike. On strike days, 30 minutes of bike are free with the code BIKE. Sorry for these complicated days.',
      },
    },
  }),
  demoAnswer({
    key: 'job_applications',
    topic: 'brand',
    questionFr: 'Comment postuler chez Lumen ?',
    questionEn: 'How do I apply for a job at Lumen?',
    wordingsFr: [
      'vous recrutez des conducteurs ?',
      'stage chez Lumen',
      'postuler mécanicien vélo',
      'pas de réponse à ma candidature',
    ],
    wordingsEn: [
      'are you hiring drivers?',
      'internship at Lumen',
      'apply as a bike mechanic',
      'no answer to my application',
    ],
    strategy: 'inform',
    departments: ['hr'],
    authorEmail: 'tom.whitfield@lumen.example',
    placeholders: [FIRST_NAME],
    bodies: {
      fr: {
        all: 'Bonjour {{first_name}}, merci de votre intérêt ! Tous nos postes, stages et alternances sont sur https://lumen.example/jobs. Pour la conduite, la formation au permis D est payée et salariée. Chaque candidature reçoit une réponse sous trois semaines ; sans nouvelles, écrivez à emploi@lumen.example.',
      },
      en: {
        all: 'Hello {{first_name}}, thank you for your interest! All our jobs, internships and apprenticeships are on https://lumen.example/jobs. For drivers, licence training is free and paid. Every application gets an answer within three weeks; if not, write to jobs@lumen.example.',
      },
    },
  }),
];
