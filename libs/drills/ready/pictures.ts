/**
 * What some injects of the ready scenarios show: drawn for them (the drawing is beside each, as SVG). The id is the
 * SHA-256 of the file `pictures/<name>.webp`.
 */
export const READY_PICTURES = {
  'burning-battery': {
    id: 'b896d68f9ae1eb0e5f058ea76d085237dc9d36da63fe735350354f434d0328ec',
    alt: {
      fr: 'Un vélo Lumen à sa borne : la batterie sur le cadre brûle et une épaisse fumée grise monte.',
      en: 'A Lumen bike at its post: the battery on the frame is burning and thick grey smoke rises.',
    },
  },
  'depot-on-fire': {
    id: '5249515f3dcb2747d09f404a13e8b0ade25c1416800aa2968117829ce47fd571',
    alt: {
      fr: 'Le dépôt en feu, le toit ouvert, de la fumée noire ; devant, deux pompiers, leur camion et un ruban rouge et blanc.',
      en: 'The depot on fire, its roof open, black smoke; in front, two firefighters, their engine and red and white tape.',
    },
  },
  'list-for-sale': {
    id: '7c5b3d40fceff8d6da31499960b3fbd6cba14b57a1c9242faf92715c4be1bd9a',
    alt: {
      fr: 'Capture d’un forum : « Lumen, 40 000 », un prix en bitcoins et huit lignes de noms et d’adresses masqués.',
      en: 'Screenshot of a forum: “Lumen, 40 000”, a price in bitcoins and eight rows of masked names and addresses.',
    },
  },
  'bus-without-ramp': {
    id: '1b6dc36a00ac315e55c5044a205220edb0629539ae32a84129afab3ad29cce40',
    alt: {
      fr: 'Une personne en fauteuil roulant devant la porte ouverte d’un bus Lumen, la rampe est restée repliée ; le conducteur sourit.',
      en: 'Somebody in a wheelchair at the open door of a Lumen bus, whose ramp is still folded; the driver smiles.',
    },
  },
  'speech-on-video': {
    id: '31eeaa8e0db6d8f3b3a942cfe2f43a3bc5d27e755ee92ed0ff16796c3ec190b1',
    alt: {
      fr: 'Image d’une vidéo : la directrice générale parle au pupitre, une main levée, devant une salle.',
      en: 'Still of a video: the chief executive speaks at a lectern, one hand raised, in front of an audience.',
    },
  },
  'app-that-loads': {
    id: 'adfa593f745b1b4374c4ab01a0c60cf2f7fad6f96ec306f5fa701700b9af1f59',
    alt: {
      fr: 'Un téléphone tenu à la main : l’application Lumen tourne sans fin ; derrière, des gens attendent à l’arrêt.',
      en: 'A phone held in a hand: the Lumen app goes on loading; behind it, people wait at the stop.',
    },
  },
} as const;
export type ReadyPicture = keyof typeof READY_PICTURES;
