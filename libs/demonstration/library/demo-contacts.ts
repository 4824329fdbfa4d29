import type { Realm } from '#platform/contract';

const COLUMNS = 'name,organisation,language,email,phone,crm_system,crm_id,note,accounts';

/** Invented people, as a CRM would give them; those of drills have accounts on the training network alone. */
export const DEMO_CONTACTS: Record<Realm, string> = {
  live: [
    COLUMNS,
    'Maëlle Kerjean,Collectif Vélo Estuaire,fr,maelle.kerjean@velo.example,+33 2 00 00 00 11,hubspot,51001,' +
      '"Préside le collectif. Préfère un appel avant toute réponse publique.",' +
      '"mastodon:maelle@velo.example; x:maelle_kerjean; instagram:maelle.velo"',
    'Duncan Ashworth,The Estuary Tribune,en,duncan.ashworth@tribune.example,,hubspot,51002,' +
      '"Covers transport. Asks for figures; give him the press office, never a guess.",' +
      '"x:dashworth_news; bluesky:ashworth.tribune.example"',
    'Soraya Benmansour,,fr,soraya.b@mail.example,+33 6 00 00 00 12,hubspot,51003,' +
      '"Cliente depuis 2021, en fauteuil. Signale les rampes en panne avant tout le monde.",' +
      '"facebook:soraya.benmansour; instagram:soraya_roule"',
    'Étienne Vasquez,Ville de Port-Clair,fr,e.vasquez@port-clair.example,,,,' +
      '"Adjoint aux mobilités. Le prévenir avant la presse.","x:evasquez_pc; mastodon:etienne@port-clair.example"',
    'Wren Okafor,Wheels for All,en,wren@wheelsforall.example,,hubspot,51005,' +
      '"Reviews accessible transport on film; fair when answered with facts.",' +
      '"youtube:WheelsForAll; instagram:wheels.for.all; bluesky:wren.wheelsforall.example"',
  ].join('\n'),
  training: [
    COLUMNS,
    'Cléo Marchand,,fr,cleo@mail.example,,exercice,7001,' +
      '"Deux comptes : l’un pour la ville, l’autre pour son blog.","training:cleo_onwheels; training:cleo_blog"',
    'Dominic Fairweather,,en,dominic@mail.example,,exercice,7002,' +
      '"Rides every day; writes when something breaks, thanks when it is mended.",' +
      '"training:dom_fairweather; training:dominic_rides"',
  ].join('\n'),
};
