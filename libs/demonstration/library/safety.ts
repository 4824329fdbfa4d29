import { demoAnswer } from './demo-answer.js';
import { AS_OF, CASE_LINK, FIRST_NAME } from './placeholders.js';

/** Batteries, accidents, faults: what to do to be safe comes first. */
export const SAFETY_ANSWERS = [
  demoAnswer({
    key: 'battery_injury_holding',
    kind: 'holding_statement',
    topic: 'battery_safety',
    questionFr: 'Une personne a été brûlée ou blessée par la batterie d’un vélo Lumen',
    questionEn: 'Someone was burned or injured by the battery of a Lumen bike',
    wordingsFr: [
      'la batterie m’a brûlé la main',
      'un vélo Lumen a pris feu et quelqu’un est blessé',
      'brûlure à cause de la batterie, photo',
      'vous attendez un mort pour retirer ces vélos ?',
    ],
    wordingsEn: [
      'the battery burned my hand',
      'a Lumen bike caught fire and someone is hurt',
      'my friend was injured by your battery',
      'is it true a bike exploded and hurt a rider?',
    ],
    sensitivity: 'high',
    levelMin: 2,
    levelMax: 4,
    strategy: 'sympathise',
    departments: ['security', 'legal', 'pr'],
    doNotSay: {
      fr: 'Ni cause, ni responsabilité, ni « cas isolé » tant que l’expertise n’est pas rendue. Ne pas demander de détails médicaux en public. Ne pas parler de rappel.',
      en: 'No cause, no liability, no “isolated case” before the expert report. Never ask for medical details in public. Do not mention a recall.',
    },
    proofPoints: {
      fr: [
        'Ligne sécurité ouverte jour et nuit',
        'Tout vélo signalé est bloqué à distance en moins de 5 minutes',
      ],
      en: ['Safety line open day and night', 'Every reported bike is locked remotely within 5 minutes'],
    },
    placeholders: [CASE_LINK],
    bodies: {
      fr: {
        all: 'La priorité, c’est vous : refroidissez la brûlure sous l’eau tiède 15 minutes et appelez le 15 ou le 112. Ne touchez plus au vélo et restez à distance. Nous sommes sincèrement désolés. Le vélo est retiré et notre équipe sécurité examine ce qui s’est passé. Elle est joignable jour et nuit au 01 99 00 24 24, ou ici : {{case_link}}. Nous dirons ce que nous savons dès que ce sera vérifié.',
        x: 'Votre santé d’abord : eau tiède sur la brûlure 15 min, puis le 15 ou le 112. Éloignez-vous du vélo. Nous sommes sincèrement désolés. Notre équipe sécurité examine les faits et vous répond jour et nuit : 01 99 00 24 24.',
        bluesky:
          'Votre santé d’abord : eau tiède sur la brûlure 15 minutes, puis le 15 ou le 112. Éloignez-vous du vélo. Nous sommes sincèrement désolés. Notre équipe sécurité examine les faits et vous répond jour et nuit au 01 99 00 24 24.',
      },
      en: {
        all: 'You come first: cool the burn under lukewarm running water for 20 minutes and call 111, or 999 if it is serious. Do not touch the bike again and keep clear of it. We are truly sorry. The bike is being withdrawn and our safety team is finding out what happened. You can reach them day and night on 020 7946 0924 or here: {{case_link}}. We will say what we know as soon as it is verified.',
        x: 'Your health first: lukewarm running water on the burn for 20 min, then 111, or 999 if serious. Keep clear of the bike. We are truly sorry. Our safety team is finding out what happened and answers day and night: 020 7946 0924.',
        bluesky:
          'Your health first: lukewarm running water on the burn for 20 minutes, then 111, or 999 if it is serious. Keep clear of the bike. We are truly sorry. Our safety team is finding out what happened and answers day and night on 020 7946 0924.',
      },
    },
    reviewInDays: 60,
  }),
  demoAnswer({
    key: 'battery_hot_instruction',
    topic: 'battery_safety',
    questionFr: 'La batterie d’un vélo ou d’une trottinette chauffe, fume ou sent le brûlé : que faire ?',
    questionEn: 'The battery of a bike or scooter is hot, smoking or smells of burning: what should I do?',
    wordingsFr: [
      'la batterie est brûlante sous le vélo',
      'ça fume au niveau de la batterie',
      'odeur de brûlé sur un vélo Lumen, c’est dangereux ?',
      'un vélo fume à la station',
      'est-ce que je peux rouler avec une batterie très chaude ?',
    ],
    wordingsEn: [
      'the battery is boiling hot',
      'there is smoke coming out of a Lumen bike',
      'burning smell from the scooter, is it dangerous?',
      'is it safe to ride if the battery feels hot?',
    ],
    sensitivity: 'high',
    levelMax: 4,
    strategy: 'inform',
    departments: ['security', 'product'],
    doNotSay: {
      fr: 'Ne jamais conseiller de débrancher, d’ouvrir ou de déplacer la batterie.',
      en: 'Never advise anyone to unplug, open or move the battery.',
    },
    proofPoints: {
      fr: ['Consigne relue avec des pompiers instructeurs', 'Un technicien passe dans l’heure'],
      en: ['Instruction reviewed with fire-service instructors', 'A technician comes within the hour'],
    },
    bodies: {
      fr: {
        all: 'Arrêtez-vous, posez le vélo dehors si vous roulez encore, et éloignez-vous d’au moins 10 mètres. S’il fume, appelez le 18 ou le 112. Ne touchez pas à la batterie et n’essayez pas de la refroidir vous-même. Donnez-nous ensuite le numéro inscrit sur le cadre au 01 99 00 24 24 (jour et nuit) : nous bloquons le vélo aussitôt. Merci de nous avoir prévenus.',
        x: 'Arrêtez-vous et éloignez-vous d’au moins 10 m. S’il fume : 18 ou 112. Ne touchez pas à la batterie. Puis donnez-nous le numéro du cadre au 01 99 00 24 24 (jour et nuit), nous bloquons le vélo aussitôt. Merci de nous avoir prévenus.',
      },
      en: {
        all: 'Please stop, leave the bike outdoors and move at least 10 metres away. If it is smoking, call 999 or 112. Do not touch the battery and do not try to cool it yourself. Then give us the number on the frame on 020 7946 0924 (day and night) and we will lock the bike at once. Thank you for telling us.',
        x: 'Please stop and move at least 10 m away. If it is smoking, call 999 or 112. Do not touch the battery. Then give us the number on the frame: 020 7946 0924, day and night. We will lock the bike at once. Thank you for telling us.',
      },
    },
    reviewInDays: 60,
  }),
  demoAnswer({
    key: 'battery_are_they_safe',
    topic: 'battery_safety',
    questionFr: 'Les batteries des vélos Lumen sont-elles sûres ?',
    questionEn: 'Are the batteries of Lumen bikes safe?',
    wordingsFr: [
      'est-ce que je risque quelque chose avec vos batteries ?',
      'comment contrôlez-vous les batteries ?',
      'peut-on encore prendre un vélo Lumen ?',
      'vos vélos électriques sont-ils dangereux ?',
    ],
    wordingsEn: [
      'are your e-bikes dangerous?',
      'how do you check your batteries?',
      'is it still safe to take a Lumen bike?',
      'should I be worried about the battery?',
    ],
    sensitivity: 'medium',
    levelMax: 3,
    strategy: 'explain',
    departments: ['security', 'product', 'pr'],
    doNotSay: {
      fr: 'Pas de « zéro risque », pas de comparaison avec d’autres opérateurs.',
      en: 'No “zero risk”, no comparison with other operators.',
    },
    proofPoints: {
      fr: [
        'Batterie contrôlée à chaque recharge',
        'Coupure automatique au-delà de 60 °C',
        'Cellules certifiées EN 50604-1',
      ],
      en: [
        'Battery checked at every charge',
        'Automatic cut-off above 60 °C',
        'Cells certified to EN 50604-1',
      ],
    },
    bodies: {
      fr: {
        all: 'Votre question est légitime. Chaque batterie est contrôlée à chaque recharge, et un capteur coupe l’assistance si elle chauffe trop. Le moindre signalement suffit pour que nous retirions un vélo. Si vous remarquez une chaleur, une odeur ou une fumée inhabituelle, éloignez-vous et appelez le 01 99 00 24 24, jour et nuit. Le détail des contrôles : https://lumen.example/battery',
        x: 'Question légitime. Chaque batterie est contrôlée à chaque recharge et un capteur la coupe si elle chauffe trop. Chaleur, odeur ou fumée ? Éloignez-vous et appelez le 01 99 00 24 24. Nos contrôles : https://lumen.example/battery',
      },
      en: {
        all: 'It is a fair question. Every battery is checked at each charge, and a sensor cuts the motor if it gets too warm. One report is enough for us to withdraw a bike. If you notice unusual heat, smell or smoke, move away and call 020 7946 0924, day or night. How we check: https://lumen.example/battery',
        x: 'A fair question. Every battery is checked at each charge and a sensor cuts it off if it gets too warm. Heat, smell or smoke? Move away and call 020 7946 0924. How we check: https://lumen.example/battery',
      },
    },
  }),
  demoAnswer({
    key: 'battery_recall',
    topic: 'battery_safety',
    questionFr: 'Mon vélo est-il concerné par le rappel de batteries ?',
    questionEn: 'Is my bike part of the battery recall?',
    wordingsFr: [
      'y a-t-il un rappel des batteries ?',
      'comment savoir si mon vélo en location longue durée est concerné ?',
      'allez-vous rappeler les vélos ?',
    ],
    wordingsEn: [
      'is there a battery recall?',
      'how do I know if my long-term rental is affected?',
      'are you recalling the bikes?',
    ],
    sensitivity: 'high',
    levelMin: 2,
    levelMax: 4,
    strategy: 'correct',
    departments: ['security', 'product', 'legal', 'pr'],
    approvedBy: ['security', 'product'],
    state: 'in_review',
    doNotSay: {
      fr: 'À n’utiliser que si un rappel est décidé par la cellule de crise. Ne pas annoncer de nombre de vélos.',
      en: 'Only to be used once the crisis team has decided on a recall. Do not announce a number of bikes.',
    },
    proofPoints: {
      fr: ['Échange gratuit à domicile', 'Vélo de remplacement le jour même'],
      en: ['Free exchange at home', 'Replacement bike on the same day'],
    },
    bodies: {
      fr: {
        all: 'Par précaution, n’utilisez plus et ne rechargez plus votre vélo avant d’avoir vérifié son numéro de cadre ici : https://lumen.example/check. S’il est concerné, nous venons échanger la batterie chez vous, gratuitement, et un vélo de remplacement vous attend en agence. Toutes nos excuses pour ce contretemps : votre sécurité passe avant tout.',
        x: 'Par précaution, n’utilisez plus et ne rechargez plus votre vélo avant d’avoir vérifié son numéro de cadre : https://lumen.example/check. S’il est concerné, nous échangeons la batterie chez vous, gratuitement. Toutes nos excuses.',
      },
      en: {
        all: 'As a precaution, please stop using and charging your bike until you have checked its frame number here: https://lumen.example/check. If it is affected, we will exchange the battery at your home, free of charge, and a replacement bike is waiting for you at our agency. We are sorry for the trouble: your safety comes before everything.',
        x: 'As a precaution, please stop using and charging your bike until you have checked its frame number: https://lumen.example/check. If it is affected, we exchange the battery at your home, free of charge. We are sorry for the trouble.',
      },
    },
    validFromDays: 0,
  }),
  demoAnswer({
    key: 'battery_rumour',
    topic: 'battery_safety',
    questionFr:
      'Est-il vrai que plusieurs personnes ont été gravement blessées, ou que Lumen cache des incendies ?',
    questionEn: 'Is it true that several people were badly injured, or that Lumen is hiding fires?',
    wordingsFr: [
      'il paraît qu’il y a trois blessés graves',
      'un dépôt Lumen aurait brûlé cette nuit',
      'Lumen cache des accidents de batterie',
      'on dit qu’il y a un mort',
    ],
    wordingsEn: [
      'I heard three people are in hospital',
      'did a Lumen depot burn down last night?',
      'Lumen is covering up battery fires',
      'people say somebody died',
    ],
    sensitivity: 'high',
    levelMin: 1,
    levelMax: 3,
    strategy: 'deny_rumour',
    departments: ['security', 'legal', 'pr'],
    doNotSay: {
      fr: 'Ne pas répéter la rumeur mot pour mot. Ne pas nommer son auteur. Vérifier les faits auprès de la sécurité le jour même.',
      en: 'Do not repeat the rumour word for word. Do not name its author. Verify the facts with safety on the same day.',
    },
    proofPoints: {
      fr: [
        'Chaque signalement est inscrit au registre de sécurité',
        'Le registre est transmis aux autorités',
      ],
      en: ['Every report is entered in the safety register', 'The register is sent to the authorities'],
    },
    placeholders: [AS_OF],
    bodies: {
      fr: {
        all: 'Au {{as_of}}, rien de ce que nos équipes, les secours et les autorités nous ont rapporté ne confirme ce récit. Quand un signalement arrive, le vélo est retiré, la personne accompagnée, et le fait publié une fois vérifié : https://lumen.example/facts. Vous avez vu quelque chose ? Appelez-nous au 01 99 00 24 24, jour et nuit : chaque témoignage est étudié. Merci d’attendre les faits vérifiés avant de partager.',
        x: 'Au {{as_of}}, rien de ce que nos équipes, les secours et les autorités nous ont rapporté ne confirme ce récit. Les faits vérifiés sont publiés ici : https://lumen.example/facts. Vous avez vu quelque chose ? 01 99 00 24 24.',
      },
      en: {
        all: 'As of {{as_of}}, nothing that our teams, the emergency services or the authorities have told us confirms this account. When a report comes in, the bike is withdrawn, the person is looked after, and the fact is published once verified: https://lumen.example/facts. Did you see something? Call us on 020 7946 0924, day and night: every account is looked into. Please wait for verified facts before sharing.',
        x: 'As of {{as_of}}, nothing that our teams, the emergency services or the authorities have told us confirms this account. Verified facts are published here: https://lumen.example/facts. Did you see something? 020 7946 0924.',
      },
    },
    reviewInDays: 30,
  }),
  demoAnswer({
    key: 'accident_holding',
    kind: 'holding_statement',
    topic: 'drivers_strikes',
    questionFr: 'Un accident implique un bus, un car ou un tram Lumen',
    questionEn: 'An accident involves a Lumen bus, coach or tram',
    wordingsFr: [
      'accident de bus Lumen, il y a des blessés ?',
      'un car Lumen dans le fossé',
      'le tram a percuté quelqu’un',
      'mon fils était dans le bus accidenté',
    ],
    wordingsEn: [
      'Lumen bus crash, is anyone hurt?',
      'a Lumen coach has gone off the road',
      'the tram hit someone',
      'my mother was on that bus',
    ],
    sensitivity: 'high',
    levelMin: 2,
    levelMax: 4,
    strategy: 'sympathise',
    departments: ['security', 'legal', 'pr'],
    doNotSay: {
      fr: 'Aucun bilan, aucun nom, aucune cause : les autorités s’expriment les premières.',
      en: 'No casualty figures, no names, no cause: the authorities speak first.',
    },
    proofPoints: {
      fr: ['Numéro d’information aux familles', 'Coopération entière avec les autorités'],
      en: ['Information line for families', 'Full cooperation with the authorities'],
    },
    bodies: {
      fr: {
        all: 'Un accident implique l’un de nos véhicules. Les secours sont sur place : merci de laisser les accès libres. Nos pensées vont aux personnes touchées et à leurs proches. Si vous cherchez un proche, appelez notre ligne d’information au 01 99 00 24 24, jour et nuit. Nous donnerons des informations ici dès qu’elles seront confirmées par les autorités.',
        x: 'Un accident implique l’un de nos véhicules. Les secours sont sur place : laissez les accès libres. Nos pensées vont aux personnes touchées. Vous cherchez un proche ? 01 99 00 24 24, jour et nuit. D’autres informations suivront, vérifiées.',
      },
      en: {
        all: 'An accident involves one of our vehicles. The emergency services are there: please keep the roads clear for them. Our thoughts are with those affected and their families. If you are looking for someone, call our information line on 020 7946 0924, day and night. We will share more here once the authorities have confirmed it.',
        x: 'An accident involves one of our vehicles. Emergency services are there: please keep roads clear. Our thoughts are with those affected. Looking for someone? 020 7946 0924, day and night. More will follow once confirmed.',
      },
    },
    reviewInDays: 60,
  }),
  demoAnswer({
    key: 'faulty_brakes',
    topic: 'app_outage',
    questionFr: 'Le vélo ou la trottinette a un défaut : freins, pneu, guidon, éclairage',
    questionEn: 'The bike or scooter has a fault: brakes, tyre, handlebar, lights',
    wordingsFr: [
      'les freins ne marchent pas',
      'pneu crevé sur le vélo de la station',
      'le guidon de la trottinette a du jeu',
      'pas de lumière à l’arrière',
      'vélo en mauvais état',
    ],
    wordingsEn: [
      'the brakes don’t work',
      'flat tyre on the bike',
      'scooter handlebar is loose',
      'no rear light',
      'your bikes are falling apart',
    ],
    sensitivity: 'medium',
    strategy: 'apologise',
    departments: ['product'],
    authorEmail: 'ines.kaddour@lumen.example',
    bodies: {
      fr: {
        all: 'Ne roulez pas avec, s’il vous plaît, et désolés de cette mauvaise surprise. Dans l’app : « Signaler un problème », puis le numéro du cadre. L’engin est bloqué tout de suite, réparé avant de repartir, et votre trajet n’est pas facturé. Sans l’app : 01 99 00 10 10.',
        x: 'Ne roulez pas avec, s’il vous plaît, et désolés de cette mauvaise surprise. Dans l’app : « Signaler un problème » + numéro du cadre. L’engin est bloqué tout de suite et le trajet n’est pas facturé. Sans l’app : 01 99 00 10 10.',
      },
      en: {
        all: 'Please do not ride it, and sorry for the nasty surprise. In the app: “Report a problem”, then the number on the frame. It is locked straight away, repaired before it goes out again, and your ride is not charged. Without the app: 020 7946 0910.',
        x: 'Please do not ride it, and sorry for the nasty surprise. In the app: “Report a problem” + the number on the frame. It is locked straight away and your ride is not charged. Without the app: 020 7946 0910.',
      },
    },
  }),
  demoAnswer({
    key: 'harassment_on_board',
    topic: 'accessibility',
    questionFr: 'J’ai été harcelée ou agressée à bord ou à un arrêt',
    questionEn: 'I was harassed or assaulted on board or at a stop',
    wordingsFr: [
      'un homme m’a suivie dans le bus',
      'harcèlement dans le tram et personne ne bouge',
      'je ne me sens pas en sécurité le soir à l’arrêt',
      'agression dans le car de nuit',
    ],
    wordingsEn: [
      'a man followed me on the bus',
      'harassed on the tram and nobody helped',
      'I don’t feel safe at the stop at night',
      'assault on the night coach',
    ],
    sensitivity: 'high',
    levelMax: 3,
    strategy: 'sympathise',
    departments: ['security', 'legal', 'care'],
    authorEmail: 'ines.kaddour@lumen.example',
    doNotSay: {
      fr: 'Ne pas mettre le récit en doute, ne pas demander de détails en public, ne pas promettre de sanction.',
      en: 'Do not question the account, do not ask for details in public, do not promise a sanction.',
    },
    proofPoints: {
      fr: ['Images conservées 30 jours, gelées sur signalement', 'Descente à la demande après 22 h'],
      en: ['Footage kept 30 days, frozen upon a report', 'Stops on request after 10 pm'],
    },
    placeholders: [CASE_LINK],
    bodies: {
      fr: {
        all: 'Vous n’auriez jamais dû vivre cela, et vous avez bien fait d’en parler. Si vous êtes en danger, appelez le 17 ou envoyez un SMS au 114. Écrivez-nous en privé l’heure et la ligne : {{case_link}}. Nous mettons aussitôt les images de côté pour la police et une personne formée vous rappelle aujourd’hui, au moment qui vous convient.',
        x: 'Vous n’auriez jamais dû vivre cela, et vous avez bien fait d’en parler. En danger : 17, ou SMS au 114. Donnez-nous en privé l’heure et la ligne : {{case_link}}. Nous gardons les images et une personne formée vous rappelle.',
      },
      en: {
        all: 'You should never have had to go through this, and you were right to speak up. If you are in danger, call 999. Tell us the time and the line in private: {{case_link}}. We set the footage aside for the police at once, and a trained colleague will call you today, whenever suits you.',
        x: 'You should never have had to go through this, and you were right to speak up. In danger: 999. Tell us the time and line in private: {{case_link}}. We keep the footage and a trained colleague will call you.',
      },
    },
  }),
  demoAnswer({
    key: 'helmet_insurance',
    topic: 'brand',
    questionFr: 'Le casque est-il obligatoire et suis-je assuré en cas de chute ?',
    questionEn: 'Is a helmet compulsory and am I insured if I fall?',
    wordingsFr: [
      'faut-il un casque en trottinette ?',
      'qui paie si je tombe ?',
      'suis-je couvert par une assurance ?',
    ],
    wordingsEn: ['do I need a helmet on a scooter?', 'who pays if I fall?', 'am I covered by insurance?'],
    strategy: 'inform',
    departments: ['legal', 'security'],
    approvedBy: ['legal'],
    state: 'in_review',
    authorEmail: 'tom.whitfield@lumen.example',
    placeholders: [FIRST_NAME],
    bodies: {
      fr: {
        all: 'Bonjour {{first_name}}, le casque n’est pas obligatoire pour un adulte, mais nous vous le conseillons vivement : -20 % chez nos partenaires. Chaque location comprend une assurance en responsabilité civile et une garantie accident. Les conditions : https://lumen.example/insurance. En cas de chute, soignez-vous d’abord, puis appelez le 01 99 00 24 24.',
      },
      en: {
        all: 'Hello {{first_name}}, a helmet is not compulsory for adults, but we warmly recommend one: 20% off at our partners. Each rental includes third-party insurance and personal accident cover. The terms: https://lumen.example/insurance. If you fall, look after yourself first, then call 020 7946 0924.',
      },
    },
    validFromDays: 0,
  }),
];
