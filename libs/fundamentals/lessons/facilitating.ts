import type { Lesson } from '../lesson.js';

export const FACILITATING: Lesson = {
  key: 'facilitating',
  title: { en: 'Facilitating a group', fr: 'Animer un groupe' },
  summary: {
    en: 'Choose the method by what the meeting is for, and keep its few rules.',
    fr: 'Choisir la méthode d’après ce que l’on attend de la réunion, et tenir ses quelques règles.',
  },
  minutes: 5,
  parts: [
    {
      title: { en: 'First: what is it for?', fr: 'D’abord : pour quoi faire ?' },
      text: {
        en: 'A workshop needs a sponsor: somebody who asked for it and answers for what becomes of it. It needs a stake: what is lost if nothing happens. And it needs one question. Without these, the best method yields a pleasant afternoon. If there is only information to hand down, or the decision is taken already, do not hold a workshop.',
        fr: 'Un atelier a besoin d’un commanditaire : quelqu’un qui l’a demandé et répond de la suite. Il a besoin d’un enjeu : ce que l’on perd si rien ne se passe. Et d’une question. Sans cela, la meilleure méthode donne un bel après-midi. S’il n’y a qu’une information à faire descendre, ou si la décision est déjà prise, n’organisez pas d’atelier.',
      },
    },
    {
      title: { en: 'Then: which method?', fr: 'Ensuite : quelle méthode ?' },
      text: {
        en: 'Methods that have proved themselves differ in what they are for:',
        fr: 'Les méthodes éprouvées diffèrent par leur objet :',
      },
      points: [
        {
          en: 'World Café (Brown and Isaacs): explore questions that matter, at small tables between which people travel.',
          fr: 'World Café (Brown et Isaacs) : explorer des questions qui comptent, à de petites tables entre lesquelles on voyage.',
        },
        {
          en: 'Open Space (Owen): urgent issues, an agenda made by those who came, the law of two feet.',
          fr: 'Forum ouvert (Owen) : des sujets pressants, un programme fait par les présents, la loi des deux pieds.',
        },
        {
          en: 'Brainstorming (Osborn): many ideas on one clear question, in a small group.',
          fr: 'Remue-méninges (Osborn) : beaucoup d’idées sur une question claire, en petit groupe.',
        },
        {
          en: 'Appreciative Inquiry (Cooperrider): build on what already works.',
          fr: 'Démarche appréciative (Cooperrider) : s’appuyer sur ce qui marche déjà.',
        },
      ],
    },
    {
      title: { en: 'Keeping the rules', fr: 'Tenir les règles' },
      text: {
        en: 'Every method lives by three or four rules. Say them at the start, leave them on the screen and hold to them, above all with the most senior person in the room. Diehl and Stroebe showed that groups who speak in turn find fewer ideas than the same people alone: while one speaks, the others wait and forget. So let everybody write first, then share. Keep the time aloud. Close with what becomes of it: who does what by when. A workshop whose harvest goes nowhere makes the next one harder.',
        fr: 'Chaque méthode vit de trois ou quatre règles. Dites-les au début, laissez-les à l’écran et tenez-les, surtout face à la personne la plus haut placée. Diehl et Stroebe ont montré qu’un groupe où l’on parle à tour de rôle trouve moins d’idées que les mêmes personnes seules : pendant que l’un parle, les autres attendent et oublient. Faites donc écrire d’abord, partager ensuite. Annoncez le temps. Finissez par la suite : qui fait quoi, pour quand. Un atelier dont la récolte ne mène à rien rend le suivant plus difficile.',
      },
    },
  ],
  sources: [
    {
      text: 'J. Brown, D. Isaacs, The World Café: Shaping Our Futures Through Conversations That Matter, 2005',
      url: 'https://theworldcafe.com',
    },
    { text: 'H. Owen, Open Space Technology: A User’s Guide, 3rd edition, 2008', url: null },
    { text: 'A. F. Osborn, Applied Imagination, 1953', url: null },
    {
      text: 'M. Diehl, W. Stroebe, “Productivity Loss in Brainstorming Groups”, Journal of Personality and Social Psychology 53(3), 1987',
      url: 'https://doi.org/10.1037/0022-3514.53.3.497',
    },
  ],
  questions: [
    {
      key: 'purpose',
      text: {
        en: 'Your director wants a workshop to announce a reorganisation that is decided. What do you advise?',
        fr: 'Votre directrice veut un atelier pour annoncer une réorganisation décidée. Que conseillez-vous ?',
      },
      options: [
        {
          key: 'none',
          text: {
            en: 'No workshop: an announcement, with time for questions',
            fr: 'Pas d’atelier : une annonce, avec du temps pour les questions',
          },
          right: true,
          why: {
            en: 'What is decided is told. A workshop may follow on what is still open.',
            fr: 'Ce qui est décidé s’annonce. Un atelier peut suivre sur ce qui reste ouvert.',
          },
        },
        {
          key: 'cafe',
          text: { en: 'A World Café, to soften it', fr: 'Un World Café, pour adoucir' },
          right: false,
          why: {
            en: 'People notice when their opinion is asked for and no longer counts.',
            fr: 'On remarque qu’un avis est demandé quand il ne compte plus.',
          },
        },
        {
          key: 'brainstorm',
          text: {
            en: 'A brainstorming on the reorganisation',
            fr: 'Un remue-méninges sur la réorganisation',
          },
          right: false,
          why: {
            en: 'Ideas on what can no longer change only disappoint.',
            fr: 'Des idées sur ce qui ne peut plus changer ne font que décevoir.',
          },
        },
      ],
    },
    {
      key: 'write',
      text: {
        en: 'Eight people look for ideas. How do they find the most?',
        fr: 'Huit personnes cherchent des idées. Comment en trouver le plus ?',
      },
      options: [
        {
          key: 'talk',
          text: { en: 'One after the other, aloud', fr: 'Chacun à son tour, à voix haute' },
          right: false,
          why: {
            en: 'While one speaks, the other seven wait and forget theirs.',
            fr: 'Pendant que l’un parle, les sept autres attendent et oublient les leurs.',
          },
        },
        {
          key: 'write',
          text: {
            en: 'Everybody writes first, then they share',
            fr: 'Chacun écrit d’abord, puis on partage',
          },
          right: true,
          why: {
            en: 'Nobody waits for anybody, and the quiet ones are read too.',
            fr: 'Personne n’attend personne, et les discrets sont lus aussi.',
          },
        },
      ],
    },
  ],
  exercise: {
    permission: 'workshops.run',
    task: {
      en: 'Prepare a workshop that has a sponsor and a stake; it may stay a draft.',
      fr: 'Préparez un atelier qui a un commanditaire et un enjeu ; il peut rester en préparation.',
    },
    steps: [
      {
        en: 'Describe what you want to reach and compare what the adviser says of two methods.',
        fr: 'Décrivez ce que vous voulez atteindre et comparez ce que le conseiller dit de deux méthodes.',
      },
      {
        en: 'Name the sponsor and the stake, and prepare it with the method you chose.',
        fr: 'Nommez le commanditaire et l’enjeu, et préparez-le avec la méthode choisie.',
      },
    ],
    path: '/workshops/new',
  },
};
