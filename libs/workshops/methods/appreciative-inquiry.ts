import type { Method } from '../contract-plan.js';

export const APPRECIATIVE_INQUIRY: Method = {
  key: 'appreciative-inquiry',
  name: { en: 'Appreciative Inquiry', fr: 'Démarche appréciative' },
  summary: {
    en: 'People tell each other when things were at their best, and build the future from what made that possible.',
    fr: 'Chacun raconte quand cela marchait le mieux, et l’avenir se bâtit sur ce qui l’a rendu possible.',
  },
  sources: [
    {
      text: 'D. L. Cooperrider, S. Srivastva, “Appreciative Inquiry in Organizational Life”, Research in Organizational Change and Development 1 (1987), 129–169',
      url: null,
    },
    {
      text: 'D. L. Cooperrider, D. Whitney, Appreciative Inquiry: A Positive Revolution in Change (2005)',
      url: null,
    },
  ],
  fit: {
    objectives: { explore: 2, decide: 1, share: 2, imagine: 3, solve: 1, bind: 3 },
    people: { min: 8, max: 200 },
    minutes: { min: 180, max: 2880 },
    places: { on_site: 2, remote: 1, mixed: 1 },
    trust: 'medium',
  },
  phases: [
    {
      key: 'define',
      title: { en: 'Define', fr: 'Définir' },
      text: {
        en: 'We agree on the subject, said as what we want more of.',
        fr: 'Nous convenons du sujet, formulé comme ce que nous voulons voir grandir.',
      },
      minutes: 15,
      captures: ['question'],
      grouping: null,
      voting: false,
    },
    {
      key: 'discover',
      title: { en: 'Discover', fr: 'Découvrir' },
      text: {
        en: 'In pairs: tell me of a time when this was at its best. What did you do, what did others do, what made it possible? Half the time each; write down the story you heard.',
        fr: 'À deux : raconte-moi un moment où c’était au mieux. Qu’as-tu fait, qu’ont fait les autres, qu’est-ce qui l’a permis ? La moitié du temps chacun ; notez l’histoire entendue.',
      },
      minutes: 60,
      captures: ['story'],
      grouping: { kind: 'pairs', size: 2, hostStays: false },
      voting: false,
    },
    {
      key: 'dream',
      title: { en: 'Dream', fr: 'Rêver' },
      text: {
        en: 'At tables: it is three years from now and the best has become usual. What do you see? Write it in the present tense.',
        fr: 'Par tables : dans trois ans, le meilleur est devenu l’ordinaire. Que voyez-vous ? Écrivez-le au présent.',
      },
      minutes: 45,
      captures: ['dream'],
      grouping: { kind: 'tables', size: 6, hostStays: false },
      voting: false,
    },
    {
      key: 'design',
      title: { en: 'Design', fr: 'Concevoir' },
      text: {
        en: 'Turn the dreams into provocative propositions: bold sentences, in the present tense, of how we work. Then give your dots.',
        fr: 'Faites des rêves des propositions provocantes : des phrases audacieuses, au présent, sur notre façon de travailler. Puis répartissez vos points.',
      },
      minutes: 60,
      captures: ['proposal'],
      grouping: { kind: 'tables', size: 6, hostStays: false },
      voting: true,
    },
    {
      key: 'destiny',
      title: { en: 'Destiny', fr: 'Déployer' },
      text: {
        en: 'What will I do, from Monday on? Each commitment in one sentence, with a date.',
        fr: 'Que vais-je faire, dès lundi ? Un engagement par phrase, avec une date.',
      },
      minutes: 45,
      captures: ['commitment'],
      grouping: null,
      voting: false,
    },
  ],
  rules: [
    { en: 'Ask about the best.', fr: 'Interroger le meilleur.' },
    { en: 'Listen to understand, not to answer.', fr: 'Écouter pour comprendre, non pour répondre.' },
    { en: 'No looking for faults or culprits.', fr: 'Ne chercher ni fautes ni coupables.' },
    { en: 'Stories before opinions.', fr: 'Des histoires avant les opinions.' },
  ],
  roles: [
    {
      name: { en: 'Facilitator', fr: 'Facilitateur' },
      text: {
        en: 'Holds the subject, the time and the rules.',
        fr: 'Tient le sujet, le temps et les règles.',
      },
    },
    {
      name: { en: 'Interviewer', fr: 'Intervieweur' },
      text: {
        en: 'Everybody, in turn: asks, listens, writes the story down.',
        fr: 'Chacun, à son tour : interroge, écoute, note l’histoire.',
      },
    },
    {
      name: { en: 'Sponsor', fr: 'Commanditaire' },
      text: {
        en: 'Opens, takes part like everybody, and answers for what becomes of the commitments.',
        fr: 'Ouvre, participe comme les autres, et répond du sort des engagements.',
      },
    },
  ],
  roomPlan: {
    on_site: {
      en: 'Pairs of chairs facing each other with room between them, then tables of six; a long wall for stories.',
      fr: 'Des chaises par deux, face à face et espacées, puis des tables de six ; un long mur pour les histoires.',
    },
    remote: {
      en: 'One video room per pair for the interviews, one per table afterwards; all links pasted before the start.',
      fr: 'Une salle vidéo par paire pour les entretiens, puis une par table ; tous les liens collés avant le début.',
    },
    mixed: {
      en: 'Pair remote people with each other; at tables, one screen and one microphone per remote person.',
      fr: 'Mettre les distants par deux ; aux tables, un écran et un micro par personne distante.',
    },
  },
  dots: 5,
  dotsPerItem: 3,
  whenNot: [
    {
      en: 'Harm is being done now, or people have just been hurt: they must be heard on that first.',
      fr: 'Un dommage est en cours, ou des gens viennent d’être blessés : il faut d’abord les entendre là-dessus.',
    },
    {
      en: 'The decision is already taken: people would dream for nothing.',
      fr: 'La décision est déjà prise : on ferait rêver pour rien.',
    },
  ],
  harvest: {
    en: 'Stories, dreams, provocative propositions, commitments.',
    fr: 'Histoires, rêves, propositions provocantes, engagements.',
  },
};
