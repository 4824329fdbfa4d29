import { demoAnswer } from './demo-answer.js';
import { CASE_LINK, CASE_REFERENCE, FIRST_NAME } from './placeholders.js';

/** Fares, charges and refunds. */
export const MONEY_ANSWERS = [
  demoAnswer({
    key: 'double_charge',
    topic: 'prices_refunds',
    questionFr: 'J’ai été débité deux fois',
    questionEn: 'I was charged twice',
    wordingsFr: [
      'prélevé deux fois pour le même trajet',
      'double débit sur mon compte',
      'vous m’avez pris 2 fois l’abonnement',
      'paiement refusé mais débité quand même',
    ],
    wordingsEn: [
      'you charged me twice for the same ride',
      'double payment on my account',
      'payment failed but the money is gone',
      'I’ve been billed two times for my pass',
    ],
    sensitivity: 'medium',
    strategy: 'correct',
    departments: ['care'],
    authorEmail: 'ines.kaddour@lumen.example',
    doNotSay: {
      fr: 'Ne jamais demander un numéro de carte, même partiel.',
      en: 'Never ask for a card number, not even part of it.',
    },
    placeholders: [CASE_LINK],
    bodies: {
      fr: {
        all: 'Désolés, ce n’est pas normal et nous allons le corriger. Souvent la seconde ligne est une empreinte bancaire qui s’efface seule sous 3 jours. Si les deux montants sont bien débités, envoyez-nous la date et les montants (jamais le numéro de carte) : {{case_link}}. Remboursement sous 5 jours ouvrés.',
        x: 'Désolés, nous allons corriger cela. Souvent la seconde ligne est une empreinte bancaire qui s’efface sous 3 jours. Sinon, date et montants ici (jamais le numéro de carte) : {{case_link}}. Remboursé sous 5 jours ouvrés.',
      },
      en: {
        all: 'Sorry, that is not right and we will fix it. Often the second line is a bank hold that disappears by itself within 3 days. If both amounts were really taken, send us the date and the amounts (never the card number): {{case_link}}. Refunded within 5 working days.',
        x: 'Sorry, we will fix this. Often the second line is a bank hold that disappears within 3 days. If not, send the date and amounts (never the card number): {{case_link}}. Refunded within 5 working days.',
      },
    },
  }),
  demoAnswer({
    key: 'refund_delay',
    topic: 'prices_refunds',
    questionFr: 'J’attends toujours mon remboursement',
    questionEn: 'I am still waiting for my refund',
    wordingsFr: [
      'toujours pas remboursé',
      'ça fait trois semaines que j’attends mon argent',
      'où en est mon remboursement ?',
      'aucune nouvelle du service client',
    ],
    wordingsEn: [
      'still no refund',
      'I’ve been waiting three weeks for my money',
      'where is my refund?',
      'nobody answers my emails',
    ],
    sensitivity: 'medium',
    strategy: 'apologise',
    departments: ['care'],
    placeholders: [FIRST_NAME, CASE_REFERENCE],
    bodies: {
      fr: {
        all: 'Bonjour {{first_name}}, vous attendez depuis trop longtemps et nous vous présentons nos excuses. Votre dossier {{case_reference}} est maintenant suivi par une seule personne, qui vous écrit aujourd’hui avec la date du virement. Si rien n’arrive d’ici demain soir : 01 99 00 10 10, dites « remboursement », vous passez devant.',
        x: 'Bonjour {{first_name}}, vous attendez depuis trop longtemps, toutes nos excuses. Votre dossier {{case_reference}} a désormais un seul interlocuteur, qui vous écrit aujourd’hui avec la date du virement.',
      },
      en: {
        all: 'Hello {{first_name}}, you have been waiting too long and we apologise. Your case {{case_reference}} is now with one person, who will write to you today with the date of the transfer. If nothing has come by tomorrow evening: 020 7946 0910, say “refund” and you go to the front of the queue.',
        x: 'Hello {{first_name}}, you have been waiting too long and we apologise. Your case {{case_reference}} is now with one person, who will write to you today with the date of the transfer.',
      },
    },
  }),
  demoAnswer({
    key: 'price_rise',
    topic: 'prices_refunds',
    questionFr: 'Pourquoi les tarifs augmentent-ils ?',
    questionEn: 'Why are fares going up?',
    wordingsFr: [
      'encore une augmentation',
      'l’abonnement passe à 39 euros, pourquoi ?',
      'le prix à la minute a augmenté',
      'toujours plus cher pour moins de service',
    ],
    wordingsEn: [
      'another price rise',
      'why is the pass going up?',
      'price per minute has gone up again',
      'paying more for less service',
    ],
    sensitivity: 'medium',
    levelMax: 3,
    strategy: 'justify',
    departments: ['pr', 'legal'],
    doNotSay: {
      fr: 'Ne pas dire « seulement ». Ne pas opposer les usagers entre eux.',
      en: 'Do not say “only”. Do not set passengers against each other.',
    },
    proofPoints: {
      fr: [
        'Gel pour les moins de 26 ans et les bénéficiaires du tarif solidaire',
        '40 bus électriques de plus cette année',
      ],
      en: ['Frozen for under-26s and solidarity-fare holders', '40 more electric buses this year'],
    },
    bodies: {
      fr: {
        all: 'Une hausse n’est jamais une bonne nouvelle, nous le savons. L’abonnement augmente de 1,50 € par mois pour couvrir l’énergie et 40 bus électriques de plus. Il ne change pas pour les moins de 26 ans ni au tarif solidaire, et les abonnements en cours restent au même prix jusqu’à leur échéance. Votre cas : https://lumen.example/fares',
        x: 'Une hausse n’est jamais une bonne nouvelle. +1,50 € par mois pour l’énergie et 40 bus électriques de plus. Rien ne change pour les moins de 26 ans, le tarif solidaire et les abonnements en cours : https://lumen.example/fares',
      },
      en: {
        all: 'A rise is never good news, we know. The pass goes up by £1.30 a month to pay for energy and 40 more electric buses. Nothing changes for under-26s and solidarity fares, and running passes keep their price until they end. Your own case: https://lumen.example/fares',
        x: 'A rise is never good news. £1.30 a month for energy and 40 more electric buses. Nothing changes for under-26s, solidarity fares and running passes: https://lumen.example/fares',
      },
    },
  }),
  demoAnswer({
    key: 'student_discount',
    validUntilDays: 9,
    topic: 'prices_refunds',
    questionFr: 'Y a-t-il un tarif étudiant ?',
    questionEn: 'Is there a student discount?',
    wordingsFr: [
      'réduction étudiante ?',
      'tarif jeune moins de 26 ans',
      'je suis en alternance, ai-je droit au tarif étudiant ?',
    ],
    wordingsEn: [
      'student discount?',
      'cheaper pass for under-26s',
      'I’m an apprentice, do I get the student fare?',
    ],
    strategy: 'inform',
    departments: ['care'],
    authorEmail: 'tom.whitfield@lumen.example',
    bodies: {
      fr: {
        all: 'Oui : -50 % sur l’abonnement pour les moins de 26 ans, étudiants, apprentis et alternants de tout âge. Un justificatif en photo dans l’app (« Mon profil », « Mes réductions ») et c’est actif le jour même. Bonne rentrée ! https://lumen.example/students',
      },
      en: {
        all: 'Yes: 50% off the pass for under-26s, and for students and apprentices of any age. Take a photo of your proof in the app (“My profile”, “My discounts”) and it is active the same day. https://lumen.example/students',
      },
    },
  }),
  demoAnswer({
    key: 'parking_fee',
    changeRequest: {
      email: 'tom.whitfield@lumen.example',
      reason:
        'Le stationnement de la gare a changé de règle en octobre : on nous le fait remarquer. · The rule at the station changed in October, and people point it out.',
    },
    topic: 'prices_refunds',
    questionFr: 'Pourquoi ai-je des frais pour un vélo ou une trottinette mal garé ?',
    questionEn: 'Why was I charged a fee for a badly parked bike or scooter?',
    wordingsFr: [
      '25 euros de frais de stationnement ?!',
      'amende parking alors que j’étais dans la zone',
      'frais hors zone injustifiés',
      'contester une amende de trottinette',
    ],
    wordingsEn: [
      'why a £20 parking fee?',
      'fined for parking but I was in the zone',
      'unfair out-of-zone charge',
      'how do I dispute a scooter parking fine?',
    ],
    strategy: 'explain',
    departments: ['care', 'legal'],
    authorEmail: 'ines.kaddour@lumen.example',
    placeholders: [CASE_LINK],
    bodies: {
      fr: {
        all: 'Nous comprenons la surprise. Ces frais couvrent le déplacement d’un engin laissé hors d’une zone ou gênant un passage. Le GPS se trompe parfois : si vous étiez dans la zone, joignez votre photo de fin de trajet ici : {{case_link}}. Réponse sous 48 h, et les frais sont suspendus d’ici là.',
      },
      en: {
        all: 'We understand the surprise. This fee pays for moving a vehicle left outside a zone or blocking the way. GPS is wrong at times: if you were in the zone, attach your end-of-ride photo here: {{case_link}}. We answer within 48 hours and the fee is on hold until then.',
      },
    },
  }),
  demoAnswer({
    key: 'inspection_fine',
    topic: 'prices_refunds',
    questionFr: 'J’ai eu une amende lors d’un contrôle et je la conteste',
    questionEn: 'I was fined in a ticket inspection and disagree',
    wordingsFr: [
      'amende alors que j’avais mon abonnement',
      'contrôleur m’a verbalisé à tort',
      'comment contester un PV lumen ?',
    ],
    wordingsEn: [
      'fined although I have a pass',
      'the inspector fined me by mistake',
      'how do I appeal a Lumen penalty fare?',
    ],
    sensitivity: 'medium',
    strategy: 'inform',
    departments: ['legal', 'care'],
    doNotSay: {
      fr: 'Ne pas juger le cas en public, ne pas promettre l’annulation.',
      en: 'Do not judge the case in public, do not promise that it will be cancelled.',
    },
    bodies: {
      fr: {
        all: 'Vous avez 30 jours pour contester, et rien à payer pendant l’examen : https://lumen.example/appeal, avec le numéro du procès-verbal et votre justificatif. Si votre abonnement était valable ce jour-là, la régularisation est gratuite. En cas de désaccord, le Médiateur des transports peut être saisi ensuite.',
      },
      en: {
        all: 'You have 30 days to appeal, and nothing to pay while we look at it: https://lumen.example/appeal, with the number of the notice and your proof. If your pass was valid that day, it is settled free of charge. If you still disagree, the independent ombudsman can look at it next.',
      },
    },
  }),
  demoAnswer({
    key: 'cancel_pass',
    topic: 'prices_refunds',
    questionFr: 'Comment résilier ou suspendre mon abonnement ?',
    questionEn: 'How do I cancel or pause my pass?',
    wordingsFr: [
      'je veux résilier',
      'suspendre mon abonnement pendant les vacances',
      'impossible de me désabonner',
    ],
    wordingsEn: ['I want to cancel my pass', 'pause my subscription over the holidays', 'can’t unsubscribe'],
    strategy: 'inform',
    departments: ['care'],
    authorEmail: 'tom.whitfield@lumen.example',
    bodies: {
      fr: {
        all: 'En trois touches dans l’app : « Mon profil », « Abonnement », « Résilier » ou « Suspendre » (jusqu’à trois mois). C’est sans frais et le mois entamé reste utilisable. Sans l’app : 01 99 00 10 10. Et si quelque chose vous a déçu, dites-le-nous, cela nous aide.',
      },
      en: {
        all: 'Three taps in the app: “My profile”, “Pass”, “Cancel” or “Pause” (up to three months). It is free, and you keep the month you paid for. Without the app: 020 7946 0910. And if something let you down, tell us: it helps.',
      },
    },
  }),
  demoAnswer({
    key: 'strike_refund',
    topic: 'prices_refunds',
    questionFr: 'Mon abonnement est-il remboursé pendant la grève ?',
    questionEn: 'Is my pass refunded during the strike?',
    wordingsFr: [
      'remboursement abonnement grève',
      'payer pour des bus qui ne roulent pas',
      'un geste pour les abonnés ?',
    ],
    wordingsEn: [
      'refund for strike days',
      'paying for buses that don’t run',
      'any gesture for pass holders?',
    ],
    sensitivity: 'medium',
    levelMax: 3,
    strategy: 'compensate',
    departments: ['care', 'legal'],
    approvedBy: ['care'],
    state: 'in_review',
    bodies: {
      fr: {
        all: 'Payer pour un bus qui ne roule pas n’est pas juste. Chaque jour où votre ligne assure moins de la moitié des départs, un trentième de l’abonnement vous est recrédité, sans démarche, sur la mensualité suivante. Et les vélos sont gratuits 30 minutes ces jours-là : code VELO dans l’app.',
      },
      en: {
        all: 'Paying for a bus that does not run is not fair. For each day on which your line runs fewer than half its departures, one thirtieth of the pass is credited to your next month, nothing to fill in. And bikes are free for 30 minutes on those days: code BIKE in the app.',
      },
    },
    validFromDays: 0,
  }),
];
