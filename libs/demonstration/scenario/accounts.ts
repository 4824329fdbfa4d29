import type { DemoAuthorKind } from './inject.js';

export interface DemoAccount {
  name: string;
  followers: number;
  bio: string;
  kind: DemoAuthorKind;
}

function customer(name: string, followers: number, bio = ''): DemoAccount {
  return { name, followers, bio, kind: 'customer' };
}

/** Fictional accounts of the scenario, by handle. */
export const ACCOUNTS: Readonly<Record<string, DemoAccount>> = {
  lea_ptitvelo: customer('Léa P.', 214, 'vélotaf tous les jours, râleuse le lundi'),
  hassan_b91: customer('Hassan B.', 88),
  orla_dunphy: customer('Orla Dunphy', 340, 'Dublin. Tea, buses, books.'),
  marc_tgrd: customer('Marc Tgrd', 57),
  priya_onwheels: customer('Priya on wheels', 1240, 'wheelchair user, photographer, she/her'),
  jules_etu: customer('jules', 163, 'L2 socio'),
  gaelle_maman3: customer('Gaëlle', 96, 'maman x3, toujours en retard'),
  dan_hxly: customer('Dan Huxley', 402, 'Leeds. Cricket and complaining.'),
  sofia_rdz: customer('Sofía Rodríguez', 510, 'Erasmus'),
  tonio_mecano: customer('Tonio', 75),
  claire_nantes: customer('Claire M.', 188),
  bexley_beth: customer('Beth', 266, 'nurse, night shifts'),
  yann_lb: customer('Yann LB', 131),
  nora_kh: customer('Nora Kh.', 320, 'prof de maths'),
  will_okafor: customer('Will Okafor', 610, 'dev, cyclist'),
  mamie_josette: customer('Josette', 34, 'retraitée active'),
  kevin_dlv: customer('Kévin Dlv', 142),
  fionn_mcg: customer('Fionn McG', 221, 'Cork → London'),
  alba_roma: customer('Alba Conti', 175, 'Roma / Lyon'),
  jonas_wlk: customer('Jonas Wilke', 203, 'Freiburg'),
  thibault_r: customer('Thibault R.', 412, 'photos de rue'),
  samia_draw: customer('Samia dessine', 890, 'illustratrice'),
  hugo_tmb: customer('Hugo Tmb', 65),
  rosie_pk: customer('Rosie Park', 154),
  elif_ank: customer('Elif', 77),
  paulo_vr: customer('Paulo', 49),
  chloe_stp: customer('Chloé', 244, 'team tram'),
  greg_mrtn: customer('Greg Martin', 119),
  aine_walsh: customer('Áine Walsh', 301, 'Galway'),
  denis_ctv: customer('Denis', 28),
  nadege_pmr: customer('Nadège', 980, 'en fauteuil et en colère, parfois les deux'),
  tariq_ldn: customer('Tariq', 356, 'South London'),
  lucas_v12: customer('Lucas V.', 84),
  imogen_fr: customer('Imogen', 192),
  arthur_bzh: customer('Arthur', 137, 'Breton exilé'),
  melanie_rt: customer('Mélanie Rt', 260),
  oscar_yt: customer('Oscar', 47),
  farida_lum: customer('Farida', 108),
  pete_hgn: customer('Pete Hogan', 73),
  zoe_bike: customer('Zoé', 455, 'vélo, chats, vélo'),
  la_gazette_mob: {
    name: 'La Gazette des Mobilités',
    followers: 48_200,
    bio: 'Média en ligne. Transports, villes, climat.',
    kind: 'press',
  },
  v_renaud_presse: {
    name: 'Violaine Renaud',
    followers: 12_600,
    bio: 'Journaliste à Radio Estuaire',
    kind: 'press',
  },
  harbour_courier: {
    name: 'Harbour Courier',
    followers: 31_900,
    bio: 'Local news, every tide.',
    kind: 'press',
  },
  max_deuxroues: {
    name: 'Max Deux-Roues',
    followers: 186_000,
    bio: 'Je teste tout ce qui roule. Vidéos le jeudi.',
    kind: 'influencer',
  },
  cyclingwithkate: {
    name: 'Cycling with Kate',
    followers: 74_500,
    bio: 'Rides, reviews, rain.',
    kind: 'influencer',
  },
  usagers_estuaire: {
    name: 'Usagers de l’Estuaire',
    followers: 3_900,
    bio: 'Association d’usagers des transports',
    kind: 'association',
  },
  elu_ferrand: {
    name: 'Bruno Ferrand',
    followers: 8_700,
    bio: 'Adjoint aux mobilités',
    kind: 'elected',
  },
  le_retropedaleur: {
    name: 'Le Rétropédaleur',
    followers: 22_300,
    bio: 'Parodie. Tout est faux, sauf la pluie.',
    kind: 'satirist',
  },
  xx_bus_hater: { name: 'bus hater', followers: 6, bio: '', kind: 'troll' },
  verite_totale: { name: 'La Vérité Totale', followers: 940, bio: 'Ils vous mentent', kind: 'troll' },
};
