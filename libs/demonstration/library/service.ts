import { demoAnswer } from './demo-answer.js';
import { AGENCY_PHONE, CASE_LINK, FIRST_NAME } from './placeholders.js';

/** The app, the bikes and the lines of every day. */
export const SERVICE_ANSWERS = [
  demoAnswer({
    key: 'app_outage',
    topic: 'app_outage',
    questionFr: 'L’application Lumen ne fonctionne pas',
    questionEn: 'The Lumen app is not working',
    wordingsFr: [
      'l’appli est en panne ?',
      'impossible de me connecter à l’app',
      'l’appli plante au démarrage',
      'écran blanc, rien ne charge',
      'c’est moi ou lumen est down ?',
    ],
    wordingsEn: [
      'is the app down?',
      'can’t log in to the app',
      'the app keeps crashing',
      'app stuck on loading',
      'anyone else unable to open Lumen?',
    ],
    sensitivity: 'medium',
    levelMax: 3,
    strategy: 'apologise',
    departments: ['product'],
    doNotSay: {
      fr: 'Pas d’heure de retour à la normale qui ne figure pas sur la page d’état.',
      en: 'No time of recovery that the status page does not give.',
    },
    proofPoints: {
      fr: ['État du service public et à la minute', 'Trajets bloqués par une panne jamais facturés'],
      en: ['Public service status, updated by the minute', 'Rides blocked by an outage are never charged'],
    },
    bodies: {
      fr: {
        all: 'Désolés pour cette panne au mauvais moment. Pour voyager maintenant : vos titres restent valables sur simple présentation de votre e-mail de confirmation. Un trajet à vélo bloqué ne vous sera pas facturé. Nos équipes travaillent au retour à la normale, suivi en direct sur https://lumen.example/status.',
        x: 'Désolés pour cette panne. Pour voyager maintenant : montrez votre e-mail de confirmation, il vaut titre. Un trajet à vélo bloqué ne sera pas facturé. Suivi en direct : https://lumen.example/status',
      },
      en: {
        all: 'Sorry for the outage, and for its timing. To travel now: your confirmation e-mail is accepted as a ticket. A bike ride that got stuck will not be charged. Our teams are working to bring things back, live on https://lumen.example/status.',
        x: 'Sorry for the outage. To travel now: show your confirmation e-mail, it is accepted as a ticket. A stuck bike ride will not be charged. Live updates: https://lumen.example/status',
      },
    },
  }),
  demoAnswer({
    key: 'bike_not_unlocking',
    topic: 'app_outage',
    questionFr: 'Le vélo ou la trottinette ne se déverrouille pas',
    questionEn: 'The bike or scooter does not unlock',
    wordingsFr: [
      'impossible de déverrouiller le vélo',
      'je scanne le QR code et rien ne se passe',
      'le cadenas reste bloqué',
      'le vélo ne se débloque pas mais le compteur tourne',
    ],
    wordingsEn: [
      'bike won’t unlock',
      'I scan the QR code and nothing happens',
      'the lock is stuck',
      'it says unlocked but it isn’t',
    ],
    strategy: 'explain',
    departments: ['product', 'care'],
    authorEmail: 'ines.kaddour@lumen.example',
    bodies: {
      fr: {
        all: 'Bonjour, désolés pour ce faux départ. Activez le Bluetooth, fermez puis rouvrez l’app et scannez de nouveau : cela suffit le plus souvent. Si le cadenas reste bloqué, prenez le vélo voisin et touchez « Signaler un problème » : la tentative n’est jamais facturée.',
        x: 'Désolés pour ce faux départ. Activez le Bluetooth, rouvrez l’app et scannez de nouveau. Toujours bloqué ? Prenez le vélo voisin et touchez « Signaler un problème » : la tentative n’est jamais facturée.',
        training:
          'Désolés pour ce faux départ. Activez le Bluetooth, rouvrez l’app et scannez de nouveau. Toujours bloqué ? Prenez le vélo voisin et touchez « Signaler un problème » : rien ne sera facturé.',
      },
      en: {
        all: 'Hello, sorry for the false start. Please switch Bluetooth on, close and reopen the app and scan again: that usually does it. If the lock stays shut, take the next bike and tap “Report a problem”: the attempt is never charged.',
        x: 'Sorry for the false start. Switch Bluetooth on, reopen the app and scan again. Still locked? Take the next bike and tap “Report a problem”: the attempt is never charged.',
        training:
          'Sorry for the false start. Switch Bluetooth on, reopen the app and scan again. Still locked? Take the next bike and tap “Report a problem”: nothing will be charged.',
      },
    },
  }),
  demoAnswer({
    key: 'trip_not_ending',
    topic: 'app_outage',
    questionFr: 'Mon trajet ne se termine pas et le compteur continue',
    questionEn: 'My trip does not end and the meter is still running',
    wordingsFr: [
      'impossible de terminer le trajet',
      'le compteur tourne alors que j’ai garé le vélo',
      'trajet toujours en cours depuis ce matin',
      'j’ai raccroché le vélo mais l’app ne le voit pas',
    ],
    wordingsEn: [
      'can’t end my ride',
      'I docked the bike but the trip is still running',
      'still being charged after parking',
      'app doesn’t see that I parked',
    ],
    strategy: 'correct',
    departments: ['care', 'product'],
    authorEmail: 'ines.kaddour@lumen.example',
    placeholders: [CASE_LINK],
    bodies: {
      fr: {
        all: 'Pas d’inquiétude pour le prix : seul le temps roulé est dû, le reste est recrédité. Vérifiez que le cadenas est bien enfoncé, puis « Terminer » dans l’app. Si le trajet reste ouvert, envoyez-nous une photo du vélo garé ici : {{case_link}}. Nous le fermons à distance, d’habitude en moins de dix minutes.',
      },
      en: {
        all: 'No worries about the price: only the time you rode is due, the rest is credited back. Check that the lock is fully pushed in, then tap “End”. If the trip stays open, send us a photo of the parked bike here: {{case_link}}. We close it remotely, usually within ten minutes.',
      },
    },
  }),
  demoAnswer({
    key: 'ticket_not_showing',
    topic: 'app_outage',
    questionFr: 'Mon billet ou mon QR code ne s’affiche pas dans l’application',
    questionEn: 'My ticket or QR code does not show in the app',
    wordingsFr: [
      'mon billet a disparu de l’app',
      'le QR code ne charge pas devant le contrôleur',
      'abonnement payé mais invisible',
    ],
    wordingsEn: [
      'my ticket has vanished from the app',
      'QR code won’t load at the gate',
      'paid for my pass but can’t see it',
    ],
    strategy: 'inform',
    departments: ['care'],
    authorEmail: 'tom.whitfield@lumen.example',
    bodies: {
      fr: {
        all: 'Bonjour, votre e-mail de confirmation vaut billet : montrez-le à bord, cela suffit. Pour retrouver le QR code : « Mes titres », tirez la page vers le bas, puis « Restaurer mes achats ». Si un contrôle s’est mal passé malgré cela, écrivez-nous : https://lumen.example/contact, nous annulons.',
      },
      en: {
        all: 'Hello, your confirmation e-mail counts as a ticket: showing it on board is enough. To get the QR code back: “My tickets”, pull the page down, then “Restore purchases”. If an inspection went badly all the same, write to us: https://lumen.example/contact and we will cancel it.',
      },
    },
  }),
  demoAnswer({
    key: 'no_bike_at_station',
    topic: 'app_outage',
    questionFr: 'Il n’y a pas de vélo (ou pas de place) à ma station',
    questionEn: 'There is no bike (or no free dock) at my station',
    wordingsFr: [
      'station vide tous les matins',
      'plus aucun vélo à la gare',
      'station pleine impossible de rendre le vélo',
      'jamais de vélo chargé à 8h',
    ],
    wordingsEn: [
      'no bikes at the station again',
      'station is empty every morning',
      'all docks full, can’t return my bike',
      'never a charged bike at 8am',
    ],
    strategy: 'apologise',
    departments: ['product'],
    authorEmail: 'ines.kaddour@lumen.example',
    bodies: {
      fr: {
        all: 'C’est pénible, et nous le comprenons, surtout le matin. Dans l’app, « Prévenez-moi » vous alerte dès qu’un vélo arrive ou qu’une place se libère ; station pleine : 15 minutes offertes pour rejoindre la suivante. Dites-nous quelle station et à quelle heure : vos retours décident des tournées de nos camions.',
        x: 'C’est pénible, surtout le matin. Dans l’app, « Prévenez-moi » vous alerte dès qu’un vélo ou une place se libère. Station pleine : 15 minutes offertes. Quelle station, quelle heure ? Vos retours décident des tournées.',
      },
      en: {
        all: 'That is a pain, above all in the morning. In the app, “Tell me” alerts you when a bike arrives or a dock frees up; if the station is full you get 15 free minutes to reach the next one. Which station, and what time? Your messages decide where our vans go.',
        x: 'That is a pain, above all in the morning. In the app, “Tell me” alerts you when a bike or dock frees up. Station full: 15 free minutes. Which station, what time? Your messages decide where our vans go.',
      },
    },
  }),
  demoAnswer({
    key: 'delay_compensation',
    reviewInDays: 10,
    topic: 'drivers_strikes',
    questionFr: 'Mon bus, car ou tram était en retard ou n’est pas passé : ai-je droit à une compensation ?',
    questionEn: 'My bus, coach or tram was late or never came: can I be compensated?',
    wordingsFr: [
      'bus jamais passé ce matin',
      '40 minutes de retard, vous remboursez ?',
      'encore en retard la ligne 12',
      'j’ai raté mon train à cause de vous',
    ],
    wordingsEn: [
      'bus never turned up this morning',
      '40 minutes late, do I get my money back?',
      'line 12 late again',
      'missed my train because of you',
    ],
    strategy: 'compensate',
    departments: ['care'],
    placeholders: [CASE_LINK],
    proofPoints: {
      fr: ['25 % dès 30 minutes, 100 % dès 60 minutes', 'Versement sous 7 jours'],
      en: ['25% from 30 minutes, 100% from 60 minutes', 'Paid within 7 days'],
    },
    bodies: {
      fr: {
        all: 'Toutes nos excuses : attendre sans savoir, c’est le pire. À partir de 30 minutes de retard nous remboursons 25 % du billet, et la totalité dès 60 minutes ou si le véhicule n’est pas passé. La demande prend deux minutes, avec la ligne et l’heure : {{case_link}}. Les retards en direct : https://lumen.example/status',
        x: 'Toutes nos excuses : attendre sans savoir, c’est le pire. Dès 30 min de retard nous remboursons 25 %, dès 60 min ou si rien n’est passé, 100 %. Ligne et heure ici, en deux minutes : {{case_link}}',
      },
      en: {
        all: 'We are sorry: waiting without knowing is the worst part. From 30 minutes late we refund 25% of the ticket, and all of it from 60 minutes or if nothing came. The claim takes two minutes, with the line and the time: {{case_link}}. Live delays: https://lumen.example/status',
        x: 'We are sorry: waiting without knowing is the worst part. From 30 min late we refund 25%; from 60 min, or if nothing came, 100%. Line and time here, two minutes: {{case_link}}',
      },
    },
  }),
  demoAnswer({
    key: 'lost_item',
    topic: 'brand',
    questionFr: 'J’ai oublié un objet dans un bus, un car ou le panier d’un vélo',
    questionEn: 'I left something on a bus, a coach or in a bike basket',
    wordingsFr: [
      'j’ai perdu mon sac dans le bus',
      'oublié mon téléphone dans le tram',
      'objets trouvés, qui appeler ?',
      'mon portefeuille est resté dans le panier du vélo',
      'doudou perdu ligne 4',
    ],
    wordingsEn: [
      'left my bag on the bus',
      'lost my phone on the tram',
      'who do I call for lost property?',
      'my wallet is still in the bike basket',
    ],
    strategy: 'inform',
    departments: ['care'],
    authorEmail: 'ines.kaddour@lumen.example',
    placeholders: [AGENCY_PHONE],
    bodies: {
      fr: {
        all: 'On cherche avec vous. Déclarez l’objet sur https://lumen.example/lost avec la ligne, l’heure et une description : le conducteur est prévenu dans l’heure. Les objets trouvés sont gardés 30 jours à l’agence, joignable au {{agency_phone}}. Un papier d’identité ou une carte bancaire ? Pensez aussi à faire opposition.',
      },
      en: {
        all: 'Let’s look for it together. Report it on https://lumen.example/lost with the line, the time and a description: the driver is told within the hour. Found items are kept 30 days at the agency, on {{agency_phone}}. If it is an ID or a bank card, please block it as well.',
      },
    },
  }),
  demoAnswer({
    key: 'night_service',
    topic: 'brand',
    questionFr: 'Y a-t-il des bus et des vélos la nuit ?',
    questionEn: 'Are there buses and bikes at night?',
    wordingsFr: [
      'dernier bus à quelle heure ?',
      'comment rentrer après minuit ?',
      'les vélos marchent la nuit ?',
      'quels bus le samedi soir ?',
    ],
    wordingsEn: [
      'what time is the last bus?',
      'how do I get home after midnight?',
      'do the bikes work at night?',
      'any night bus on Saturdays?',
    ],
    strategy: 'inform',
    departments: ['product'],
    authorEmail: 'tom.whitfield@lumen.example',
    bodies: {
      fr: {
        all: 'Oui ! Les vélos et trottinettes roulent 24 h/24. Les lignes Noctambus N1 à N4 passent toutes les 40 minutes jusqu’à 4 h 30 les vendredis et samedis, jusqu’à 1 h les autres soirs. Après 22 h, demandez au conducteur de descendre entre deux arrêts, au plus près de chez vous. Horaires : https://lumen.example/night',
        x: 'Oui ! Vélos et trottinettes 24 h/24. Noctambus N1 à N4 : toutes les 40 min, jusqu’à 4 h 30 les vendredis et samedis, 1 h les autres soirs. Après 22 h, descente à la demande. https://lumen.example/night',
      },
      en: {
        all: 'Yes! Bikes and scooters run 24 hours. Night lines N1 to N4 come every 40 minutes until 4.30 am on Fridays and Saturdays, until 1 am on other nights. After 10 pm you can ask the driver to stop closer to your door. Times: https://lumen.example/night',
        x: 'Yes! Bikes and scooters run 24 hours. Night lines N1 to N4: every 40 min, until 4.30 am on Fridays and Saturdays, 1 am on other nights. After 10 pm, stops on request. https://lumen.example/night',
      },
    },
  }),
  demoAnswer({
    key: 'summer_nights_offer',
    topic: 'brand',
    questionFr: 'Les soirées d’été gratuites continuent-elles ?',
    questionEn: 'Are the free summer evenings still on?',
    wordingsFr: [
      'gratuit après 20h cet été ?',
      'offre nuits d’été lumen',
      'le bus gratuit le soir c’est fini ?',
    ],
    wordingsEn: ['free after 8pm this summer?', 'Lumen summer nights offer', 'is the free evening bus over?'],
    strategy: 'inform',
    departments: ['pr', 'product'],
    state: 'expired',
    bodies: {
      fr: {
        all: 'Cet été, toutes les lignes Lumen sont gratuites après 20 h, tous les soirs, sans inscription. Bonne soirée ! Le programme : https://lumen.example/summer',
      },
      en: {
        all: 'This summer every Lumen line is free after 8 pm, every evening, no sign-up needed. Enjoy! The programme: https://lumen.example/summer',
      },
    },
    validFromDays: -120,
    validUntilDays: -14,
    reviewInDays: 30,
  }),
  demoAnswer({
    key: 'app_update_crash',
    topic: 'app_outage',
    questionFr: 'L’application se ferme depuis la dernière mise à jour',
    questionEn: 'The app closes since the last update',
    wordingsFr: [
      'depuis la mise à jour l’app se ferme',
      'bug version 6 android',
      'l’app crash sur mon vieux téléphone',
    ],
    wordingsEn: [
      'app closes since the update',
      'version 6 bug on Android',
      'the app crashes on my old phone',
    ],
    strategy: 'explain',
    departments: ['product'],
    state: 'draft',
    placeholders: [FIRST_NAME],
    bodies: {
      fr: {
        all: 'Bonjour {{first_name}}, merci du signalement. Désinstallez l’app, redémarrez le téléphone puis réinstallez-la : vos titres reviennent avec votre compte. Un correctif arrive sur les magasins d’applications.',
      },
      en: {
        all: 'Hello {{first_name}}, thank you for telling us. Remove the app, restart the phone and install it again: your tickets come back with your account. A fix is on its way to the app stores.',
      },
    },
    validFromDays: 0,
  }),
];
