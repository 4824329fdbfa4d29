import type { Method } from '../contract-plan.js';

const round = (number: number): Method['phases'][number] => ({
  key: `round_${number}`,
  title: { en: `Round ${number}`, fr: `Tour ${number}` },
  text:
    number === 1
      ? {
          en: 'Talk about the question of your table. Write down what strikes you, draw, link.',
          fr: 'Parlez de la question de votre table. Notez ce qui vous frappe, dessinez, reliez.',
        }
      : {
          en: 'Go to your next table. The host tells what was said before; link it with what you bring.',
          fr: 'Changez de table. L’hôte raconte ce qui s’y est dit ; reliez-le à ce que vous apportez.',
        },
  minutes: 20,
  captures: ['idea', 'question'],
  grouping: { kind: 'tables', size: 5, hostStays: true },
  voting: false,
});

export const WORLD_CAFE: Method = {
  key: 'world-cafe',
  name: { en: 'World Café', fr: 'World Café' },
  summary: {
    en: 'Small tables, questions that matter, and people who travel and carry ideas from one table to the next.',
    fr: 'De petites tables, des questions qui comptent, et des gens qui voyagent et portent les idées d’une table à l’autre.',
  },
  sources: [
    {
      text: 'J. Brown, D. Isaacs, The World Café: Shaping Our Futures Through Conversations That Matter (2005)',
      url: null,
    },
    { text: 'The World Café Community Foundation, “World Café Method”', url: 'https://theworldcafe.com' },
  ],
  fit: {
    objectives: { explore: 3, decide: 0, share: 3, imagine: 2, solve: 1, bind: 2 },
    people: { min: 12, max: 200 },
    minutes: { min: 90, max: 150 },
    places: { on_site: 2, remote: 1, mixed: 1 },
    trust: 'low',
  },
  phases: [
    {
      key: 'welcome',
      title: { en: 'Welcome', fr: 'Accueil' },
      text: {
        en: 'The question, the rules, and who hosts which table.',
        fr: 'La question, les règles, et qui est l’hôte de quelle table.',
      },
      minutes: 10,
      captures: [],
      grouping: null,
      voting: false,
    },
    round(1),
    round(2),
    round(3),
    {
      key: 'harvest',
      title: { en: 'Harvest', fr: 'Récolte' },
      text: {
        en: 'Each host says the themes of their table. Together we group what belongs together and give our dots.',
        fr: 'Chaque hôte dit les thèmes de sa table. Ensemble, nous regroupons et répartissons nos points.',
      },
      minutes: 30,
      captures: ['idea', 'question'],
      grouping: null,
      voting: true,
    },
  ],
  rules: [
    { en: 'Travel between tables; the host stays.', fr: 'On voyage entre les tables ; l’hôte reste.' },
    {
      en: 'Link ideas: say what you bring from elsewhere.',
      fr: 'Relier les idées : dire ce qu’on apporte d’ailleurs.',
    },
    { en: 'Listen together for what is underneath.', fr: 'Écouter ensemble ce qui affleure.' },
    { en: 'Everybody contributes; write, draw, play.', fr: 'Chacun contribue ; écrire, dessiner, jouer.' },
  ],
  roles: [
    {
      name: { en: 'Table host', fr: 'Hôte de table' },
      text: {
        en: 'Stays, welcomes each round, tells what was said before, keeps the rules and the notes.',
        fr: 'Reste, accueille chaque tour, raconte ce qui s’est dit, tient les règles et les notes.',
      },
    },
    {
      name: { en: 'Traveller', fr: 'Voyageur' },
      text: {
        en: 'Changes table each round and carries ideas.',
        fr: 'Change de table à chaque tour et porte les idées.',
      },
    },
    {
      name: { en: 'Facilitator', fr: 'Facilitateur' },
      text: {
        en: 'Asks the question, keeps the time, leads the harvest.',
        fr: 'Pose la question, garde le temps, mène la récolte.',
      },
    },
  ],
  roomPlan: {
    on_site: {
      en: 'Tables for four or five, paper to write on, room to walk between them.',
      fr: 'Des tables de quatre ou cinq, du papier pour écrire, de la place pour circuler.',
    },
    remote: {
      en: 'One video room per table with its host in it, and one for the whole; people follow their link each round.',
      fr: 'Une salle vidéo par table, avec son hôte, et une pour tous ; chacun suit son lien à chaque tour.',
    },
    mixed: {
      en: 'Whole tables on site or whole tables remote; hosts exchange in the harvest.',
      fr: 'Des tables entières sur place ou entières à distance ; les hôtes échangent à la récolte.',
    },
  },
  dots: 5,
  dotsPerItem: 2,
  whenNot: [
    {
      en: 'A decision has to leave the room: it opens a subject, it does not close one.',
      fr: 'Une décision doit sortir de la salle : la méthode ouvre un sujet, elle ne le referme pas.',
    },
    {
      en: 'There is one right answer, or only information to hand down.',
      fr: 'Il n’y a qu’une bonne réponse, ou seulement une information à faire descendre.',
    },
    {
      en: 'Fewer than twelve people: nobody could travel.',
      fr: 'Moins de douze personnes : on ne pourrait pas voyager.',
    },
  ],
  harvest: { en: 'Themes per question.', fr: 'Des thèmes par question.' },
};
