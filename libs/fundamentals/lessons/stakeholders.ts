import type { Lesson } from '../lesson.js';

export const STAKEHOLDERS: Lesson = {
  key: 'stakeholders',
  title: { en: 'Who are our stakeholders?', fr: 'Qui sont nos parties prenantes ?' },
  summary: {
    en: 'Tell who is speaking before you weigh what is said.',
    fr: 'Savoir qui parle avant de peser ce qui est dit.',
  },
  minutes: 5,
  parts: [
    {
      title: { en: 'More than customers', fr: 'Pas seulement des clients' },
      text: {
        en: 'A stakeholder is anyone who can affect what the organisation does, or is affected by it: customers and employees, but also unions, residents, suppliers, journalists, elected officials, regulators and associations. On a network they all look alike: a name, a picture, a few lines. A complaint from a passenger and the first question of a reporter can arrive in the same minute, in the same tone.',
        fr: 'Une partie prenante est toute personne ou tout groupe qui peut peser sur l’action de l’organisation, ou qui en subit les effets : clients et salariés, mais aussi syndicats, riverains, fournisseurs, journalistes, élus, régulateurs et associations. Sur un réseau, tous se ressemblent : un nom, une photo, quelques lignes. La plainte d’un voyageur et la première question d’un journaliste peuvent arriver à la même minute, sur le même ton.',
      },
    },
    {
      title: {
        en: 'Three questions: power, legitimacy, urgency',
        fr: 'Trois questions : pouvoir, légitimité, urgence',
      },
      text: {
        en: 'Mitchell, Agle and Wood propose to ask three things of each. The more often the answer is yes, the more attention is due:',
        fr: 'Mitchell, Agle et Wood proposent de poser trois questions sur chacun. Plus il y a de oui, plus il faut d’attention :',
      },
      points: [
        {
          en: 'Power: can they make us act? A regulator can, and so can a newspaper.',
          fr: 'Pouvoir : peut-il nous faire agir ? Un régulateur le peut, un journal aussi.',
        },
        {
          en: 'Legitimacy: is what they ask for proper in the eyes of society?',
          fr: 'Légitimité : sa demande est-elle fondée aux yeux de la société ?',
        },
        {
          en: 'Urgency: does time press, and does it matter greatly to them?',
          fr: 'Urgence : le temps presse-t-il, et la question compte-t-elle beaucoup pour lui ?',
        },
      ],
    },
    {
      title: { en: 'What you do with it', fr: 'Ce que l’on en fait' },
      text: {
        en: 'Someone with all three is definitive: the case comes first and a colleague in charge should know at once. Someone with legitimacy and urgency but no power, such as an injured passenger, is dependent: they need you to speak up for them inside. Mendelow’s map of power and interest then helps to plan: manage closely, keep satisfied, keep informed, or simply monitor. None of this depends on the number of followers. And these attributes change: a resident who joins an association, or who is quoted by the press, gains power overnight.',
        fr: 'Qui réunit les trois est incontournable : son cas passe devant, et la personne responsable doit le savoir aussitôt. Qui a la légitimité et l’urgence sans le pouvoir, comme un voyageur blessé, est dépendant : il a besoin que vous portiez sa voix à l’intérieur. La carte de Mendelow, pouvoir et intérêt, aide ensuite à s’organiser : suivre de près, satisfaire, informer, ou simplement veiller. Rien de cela ne se lit au nombre d’abonnés. Et ces attributs changent : un riverain qui rejoint une association, ou que la presse cite, gagne du pouvoir en une nuit.',
      },
    },
  ],
  sources: [
    {
      text: 'R. K. Mitchell, B. R. Agle, D. J. Wood, “Toward a Theory of Stakeholder Identification and Salience”, Academy of Management Review 22(4), 1997',
      url: 'https://doi.org/10.5465/amr.1997.9711022105',
    },
    { text: 'A. L. Mendelow, “Stakeholder Mapping”, 1991', url: null },
    { text: 'R. E. Freeman, Strategic Management: A Stakeholder Approach, 1984', url: null },
  ],
  questions: [
    {
      key: 'injured',
      text: {
        en: 'An injured passenger with 40 followers asks for help. Which attributes does she have?',
        fr: 'Une voyageuse blessée, 40 abonnés, demande de l’aide. Quels attributs a-t-elle ?',
      },
      options: [
        {
          key: 'dependent',
          text: { en: 'Legitimacy and urgency', fr: 'La légitimité et l’urgence' },
          right: true,
          why: {
            en: 'She is dependent: she needs somebody inside who has the power to act.',
            fr: 'Elle est dépendante : elle a besoin de quelqu’un, à l’intérieur, qui ait le pouvoir d’agir.',
          },
        },
        {
          key: 'none',
          text: { en: 'None: nobody reads her', fr: 'Aucun : personne ne la lit' },
          right: false,
          why: {
            en: 'Reach is not one of the three attributes. Her claim is proper and it presses.',
            fr: 'L’audience n’est pas l’un des trois attributs. Sa demande est fondée, et elle presse.',
          },
        },
        {
          key: 'power',
          text: { en: 'Power only', fr: 'Le pouvoir seulement' },
          right: false,
          why: {
            en: 'She cannot make the organisation act by herself; others may lend her their power.',
            fr: 'Seule, elle ne peut pas faire agir l’organisation ; d’autres peuvent lui prêter leur pouvoir.',
          },
        },
      ],
    },
    {
      key: 'change',
      text: {
        en: 'The assessment of a stakeholder was made last year. What is it worth today?',
        fr: 'L’évaluation d’une partie prenante date de l’an dernier. Que vaut-elle aujourd’hui ?',
      },
      options: [
        {
          key: 'stable',
          text: { en: 'It stays valid: a role is a role', fr: 'Elle reste valable : un rôle est un rôle' },
          right: false,
          why: {
            en: 'The three attributes are not fixed: events and alliances give them and take them away.',
            fr: 'Les trois attributs ne sont pas figés : les événements et les alliances les donnent et les retirent.',
          },
        },
        {
          key: 'again',
          text: { en: 'It has to be looked at again', fr: 'Il faut la revoir' },
          right: true,
          why: {
            en: 'An ally, a law or an article can add power or urgency overnight.',
            fr: 'Un allié, une loi ou un article peuvent ajouter pouvoir ou urgence en une nuit.',
          },
        },
        {
          key: 'followers',
          text: { en: 'Only if followers have grown', fr: 'Seulement si les abonnés ont augmenté' },
          right: false,
          why: {
            en: 'Followers say how far a voice carries, not who it is or what it may ask for.',
            fr: 'Les abonnés disent jusqu’où porte une voix, non qui parle ni ce qu’elle peut demander.',
          },
        },
      ],
    },
  ],
  exercise: {
    permission: 'mentions.triage',
    task: {
      en: 'On the training network, find a mention by the press, an authority or an association, and take it.',
      fr: 'Sur le réseau d’exercice, trouvez une mention de la presse, d’une autorité ou d’une association, et prenez-la.',
    },
    steps: [
      {
        en: 'The inbox opens narrowed to these kinds of authors; read who speaks, not only what is said.',
        fr: 'La boîte s’ouvre sur ces types d’auteurs ; lisez qui parle, pas seulement ce qui est dit.',
      },
      {
        en: 'Open one, and choose “Take it” under “Further decisions”.',
        fr: 'Ouvrez-en une, puis « La prendre » sous « Autres décisions ».',
      },
    ],
    path: '/inbox?voice=press,official',
  },
};
