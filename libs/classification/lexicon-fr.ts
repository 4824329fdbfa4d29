import type { LexiconEntry } from './lexicon-entry.js';
import { seedEntries, type SeedLine } from './lexicon-seed.js';

/**
 * French terms as people write them on networks, with the familiar and the short-message forms.
 * Prefixes (`*`) take in the endings; accents and case do not matter.
 */
const LINES: readonly SeedLine[] = [
  // — Injury or death —
  [
    'injury_or_death',
    10,
    `mort sur le coup,
    décédé, décédée, décédés, décédées, décès, morts, morte dans, mort dans, mort après, morte après, tué, tuée, tués, tuées,
    perdu la vie, ont péri, a péri, plusieurs victimes, nombreuses victimes, plusieurs morts, un mort, une morte, 1 mort, est mort, est morte, sont morts, plusieurs blessés, des blessés, dizaines de blessés, accident mortel, explosion mortelle, bilan humain`,
  ],
  [
    'injury_or_death',
    8,
    `brûlée par, brûlé par, brûlés par, brûlées par, me brûler, m'être brûlé, m'être brûlée, brûler la main, brûle la main, brûle une main, main brûlée, mains brûlées, femme brûlée, cliente brûlée, client brûlé, enfant brûlé, dame brûlée, visage brûlé, brûlée au, brûlé au, brûlures, brûlure, blessé, blessée, blessés, blessées, blessure grave, blessures graves, été brûlé, été brûlée, été blessé,
    été blessée, brûlée vive, hospitalisé, hospitalisée, hospitalisés, hospitalisées, électrocuté*, électrisé*,
    transporté à l'hôpital, transportée à l'hôpital, fini à l'hôpital, finit à l'hôpital, finie à l'hôpital,
    finir à l'hôpital, fini aux urgences, finir aux urgences, partie aux urgences, parti aux urgences, emmené aux urgences, emmenée aux urgences,
    pronostic vital, entre la vie et la mort, soins intensifs, en réanimation, amputé*, asphyxié*, noyade,
    étouffé avec, étouffée avec, failli s'étouffer, failli m'étouffer, arrêt cardiaque, choc anaphylactique,
    intoxiqué*, empoisonné*, empoisonnement, intoxication*`,
  ],
  [
    'injury_or_death',
    7,
    `blessure, blessures, s'est blessé, s'est blessée, me suis blessé, me suis blessée, s'est brûlé, s'est brûlée,
    me suis brûlé, me suis brûlée, m'a brûlé, m'a brûlée, lui a brûlé, s'est coupé, s'est coupée, main ouverte, doigt coupé, doigt arraché,
    fracture, fracturé*, commotion, traumatisme crânien, points de suture, urgences pédiatriques, évanoui*, convulsion*,
    a failli mourir, failli y passer, failli mourir, failli y rester, accident grave, grave accident, déraillement, déraille, crash aérien, crash d'avion, crash de l'avion,
    suicide, s'est suicidé, s'est suicidée, agression sexuelle, viol, violée, poignardé*, catastrophe ferroviaire`,
  ],
  [
    'injury_or_death',
    4,
    `accident, l'hôpital, aux urgences, aux urgences pour, SAMU, ambulance, pompiers sur place, mortel, mortelle, drame, malaise, victimes`,
  ],
  ['injury_or_death', 3, `mort, morte`],
  // — Safety or health —
  [
    'safety_health',
    10,
    `dangereux, dangereuse, danger pour la santé, danger pour les enfants, mise en danger, pris feu, prend feu,
    prenne feu, a explosé, ont explosé, qui explose, explosé dans, explosé dans les mains, explosion, explosions, incendie, incendies, départ de feu,
    court-circuit, a fondu, ont fondu, fond pendant la charge, étincelles, odeur de brûlé, sent le brûlé, surchauffe, surchauffé, fuite de gaz,
    monoxyde de carbone, toxique, toxiques, contaminé*, contamination, listeria, listériose, salmonelle, salmonelles, salmonellose, E coli,
    légionelle, légionellose, amiante, perturbateur endocrinien, perturbateurs endocriniens, cancérigène, cancérogène, métaux lourds,
    corps étranger, bout de verre, morceau de verre, morceaux de verre, bouts de verre, morceau de plastique, morceau de métal, bout de métal,
    rappel de produit, rappel produit, rappel conso, rappelconso, rappel de lot, rappel massif, réaction allergique, allergène non,
    allergène pas, allergènes non déclarés, malade après, malades après, rendu malade, rendue malade, rendus malades, tombé malade après,
    tombée malade après, vomi toute la nuit, vomissements, freins qui lâchent, freins ont lâché, airbag défectueux, airbags défectueux, perte de contrôle, rats, souris dans, cafard,
    cafards, asticot*, larves, vers dans, punaises de lit, poils dans mon plat, moisi, moisie, moisissure`,
  ],
  [
    'safety_health',
    6,
    ` risque sanitaire, santé publique, problème sanitaire, insalubre, insalubrité, hygiène déplorable, hygiène douteuse,
    manque d'hygiène, aucune hygiène, mal au ventre après, moisissures, périmé, périmée, périmés, périmées, plaques rouges, démangeaisons, irritation*, allergie, allergique,
    allergiques, effondrement, effondré*, évacuation, s'est cassé sous moi, s'est cassée sous moi, chaîne du froid,
    pas aux normes, non conforme aux normes, effets secondaires, effet secondaire, effets indésirables`,
  ],
  ['safety_health', 4, ` fumée, fumées, brûle, sécurité des enfants`],
  ['safety_health', 4, `danger, bord coupant, bords coupants, évacués, évacuées, évacuation en cours`],
  ['safety_health', 2, `risque, risques, malade, malades, brûlant, brûlante`],
  // — Data breach or fraud —
  [
    'data_breach_fraud',
    10,
    `fuite de données, fuites de données, fuite des données, fuite massive de données, vol de données, données volées,
    mes données ont fuité, données ont fuité, données personnelles dans la nature, données dans la nature, données en vente, mes données vendues, base de données piratée,
    base de données en vente, piratage massif, victime d'un piratage, rançongiciel, ransomware, cyberattaque, cyber attaque, cyberattaqué*, faille de sécurité, failles de sécurité, mots de passe en clair,
    mot de passe en clair, données bancaires, accès aux données d'un autre, vu les données d'un autre, compte d'un autre client, fraude, fraudes, fraudé*,
    frauduleux, frauduleuse, frauduleuses, débit frauduleux, escroquerie, escroqué, escroquée, escroqués, escroc, escrocs, hameçonnage, phishing, carte piratée,
    compte vidé, vidé mon compte, mon compte a été vidé, RGPD non respecté, violation de données, violation du RGPD, spam à mon nom, contrefaçon*`,
  ],
  [
    'data_breach_fraud',
    7,
    `lien frauduleux, lien louche, lien bizarre, SMS bizarre, SMS suspect, mail suspect, cliquez ici, piratage, piraté, piratée, piratés, piratées, hacké, hackée, hackés, compte volé, usurpation d'identité, usurpé mon identité, arnaque, arnaques, arnaqué, arnaquée, arnaqués, arnaquer, arnaqueur, arnaqueurs, débité deux fois, débitée deux fois, débité 2 fois,
    prélevé deux fois, prélevée deux fois, prélevé 2 fois, prélevé plusieurs fois, double prélèvement, double débit, prélèvement non autorisé,
    prélèvements non autorisés, prélevé sans autorisation, prélevé sans mon accord, débité sans mon accord, débité sans autorisation, prélèvement inconnu,
    faux SMS, faux mail, faux mails, faux site, faux conseiller, publicité mensongère, pub mensongère, pratiques commerciales trompeuses,
    pratique commerciale trompeuse, tromperie, vol pur et simple, CNIL, données personnelles, démarchage abusif, mentent aux clients, faux avis, revendu mes données, vendu mes données`,
  ],
  // — Discrimination or harassment —
  [
    'discrimination_harassment',
    10,
    `main aux fesses, mains aux fesses, attouchement, attouchements, frotteur, frotteurs, m'a suivie, m'a sifflée, insultes racistes, insulte raciste, que les noirs, que les arabes, parce que je suis noir, parce que je suis noire, parce que je suis arabe, parce que je suis une femme, raciste, racistes, racisme, sexiste, sexistes, sexisme, misogyne, misogynes, misogynie, homophobe, homophobes, homophobie,
    transphobe, transphobes, transphobie, antisémite, antisémites, antisémitisme, islamophobe, islamophobes, islamophobie, grossophobe, grossophobie, validiste, validisme,
    handiphobe, discrimination, discriminations, discriminé, discriminée, discriminés, discriminatoire, discriminatoires, contrôle au faciès, xénophobe,
    xénophobie, négrophobie, harcèlement, harcelé, harcelée, harcelées, harcelés, harcèle, harceleur, harceleurs, harcèlement sexuel, harcèlement moral,
    agressions sexuelles, propos déplacés, gestes déplacés, me too, metoo, refusé à cause de ma couleur, à cause de ma couleur, à cause de mon origine,
    à cause de mon voile, à cause de mon handicap, refusé l'entrée, blackface, apologie du nazisme, propos haineux, incitation à la haine`,
  ],
  [
    'discrimination_harassment',
    6,
    `propos choquants, stéréotypes, stéréotype, cliché raciste, cliché sexiste, humilié, humiliée, humiliation, humiliant, humiliante, intimidation, intimidé*,
    toxique au travail, management toxique, inégalité salariale, fauteuil roulant refusé, chien guide refusé, chien d'assistance`,
  ],
  // — Legal threat, authorities —
  [
    'legal_authorities',
    10,
    `porter plainte, porté plainte, porte plainte, dépôt de plainte, déposer plainte, déposé plainte, dépose plainte, plainte contre, plainte déposée, plainte pénale, je porte plainte,
    mon avocat, nos avocats, mes avocats, au tribunal, le tribunal, tribunal, prud'hommes, prudhommes, en justice, action collective, action de groupe,
    recours collectif, class action, mise en demeure, mise en examen, mis en examen, garde à vue, perquisition, perquisitions, enquête ouverte, enquête judiciaire, enquête préliminaire,
    parquet, procureur, condamné à, condamnée à, condamnation, amende de, DGCCRF, répression des fraudes, signal conso, signalconso, Autorité de la concurrence, ARCEP, ARCOM,
    inspection du travail, défenseur des droits, saisi la CNIL, saisir la CNIL, plainte à la CNIL, ANSM, Anses, assignation, assigné en justice`,
  ],
  [
    'legal_authorities',
    6,
    `plainte, plaintes, avocat, huissier, médiateur, médiateur de la consommation, UFC Que Choisir, Que Choisir, 60 millions de consommateurs, association de consommateurs,
    illégal, illégale, illégaux, hors la loi, droit de rétractation, infraction, commission d'enquête, procès`,
  ],
  ['legal_authorities', 6, `avocats, amende, DREAL, préfecture, AMF`],
  ['legal_authorities', 3, `ministère, enquête, police, gendarmerie, justice, ARS`],
  // — Environment —
  [
    'environment',
    10,
    `pollution, pollutions, pollué*, polluent, pollue, pollueur, pollueurs, marée noire, déversement, déversé dans, rejet toxique, rejets toxiques, rejets dans la rivière, rejets polluants,
    nappe phréatique, poissons morts, eau contaminée, PFAS, polluants éternels, glyphosate, pesticides, néonicotinoïdes, déforestation, déforeste, écocide, greenwashing, écoblanchiment,
    fuite radioactive, radioactif, radioactive, déchets toxiques, nuage toxique, fuite d'hydrocarbures, fuite de pétrole, décharge sauvage`,
  ],
  [
    'environment',
    6,
    `écologie de façade, émissions de CO2, empreinte carbone, bilan carbone, gaspillage, suremballage, jetez des invendus, invendus détruits, destruction des invendus, obsolescence programmée, maltraitance animale,
    souffrance animale, bien-être animal, testé sur les animaux, tests sur animaux, huile de palme, nuisances sonores, riverains, non recyclable`,
  ],
  // — Corruption, tax, labour —
  [
    'corruption_labour',
    10,
    `corruption, corrompu, corrompus, corrompue, pot-de-vin, pots-de-vin, détournement de fonds, détournement, blanchiment, fraude fiscale, évasion fiscale, paradis fiscal, paradis fiscaux,
    conflit d'intérêts, conflits d'intérêts, prise illégale d'intérêts, trafic d'influence, délit d'initié, travail des enfants, travail forcé, travail dissimulé, travail au noir, esclavage, esclavage moderne,
    ouïghours, plan social, licenciements, licenciement abusif, licenciés, licenciées, licenciement massif, suppression de postes, suppressions de postes, suppressions d'emplois, fermeture de l'usine, fermeture du site,
    délocalisation, délocalise, burn-out au travail, salariés en grève, lanceur d'alerte, lanceuse d'alerte, salaires impayés, salaire impayé, heures supplémentaires non payées, caisses noires`,
  ],
  [
    'corruption_labour',
    6,
    ` en grève, débrayage, piquet de grève, sous-payés, sous-payé, exploités, exploitation des salariés, exploite ses salariés,
    exploite les, salaire du PDG, superprofits, dividendes records, optimisation fiscale, ne paie pas ses impôts, ne paient pas leurs impôts, sous-traitants, copinage, parachute doré`,
  ],
  ['corruption_labour', 4, `grève, grèves, grévistes, burn-out`],
  ['corruption_labour', 3, `syndicat, syndicats, conditions de travail`],
  // — Product failure —
  [
    'product_failure',
    10,
    `charge pas, marchait pas, marchait plus, fonctionnait pas, fonctionnait plus, s'allume pas, démarre pas, freins ne marchent plus, tombé en panne, tombée en panne, en panne, HS, hors service, défectueux, défectueuse, défectueuses, défaut de fabrication, vice caché, malfaçon, malfaçons, ne fonctionne plus, ne fonctionne pas,
    fonctionne plus, fonctionne pas, ne marche plus, ne marche pas, marche plus, marche pas, marchent pas, marchent plus, marche pa, marche po, fonctionne pa, ça bug, ça beug, ça plante, fonctionnent pas, fonctionnent plus, ne s'allume plus, s'allume plus, ne charge plus, charge plus, ne démarre plus,
    démarre plus, déjà cassé, déjà cassée, cassé au bout, cassée au bout, arrivé cassé, arrivée cassée, reçu cassé, reçue cassée, bon pour la poubelle, bonne pour la poubelle, écran noir, a lâché au bout, rendu l'âme,
    a rendu l'âme, mort au bout de, morte au bout de, pièce manquante, pièces manquantes, non conforme à la description, se décolle, plante tout le temps, plante sans arrêt, bug, bugs, bugué, buguée, beugue, bugge, beug, inutilisable, inutilisables`,
  ],
  [
    'product_failure',
    6,
    `panne, pannes, cassé, cassée, cassés, cassées, abîmé, abîmée, abîmés, rayé, rayée, fuit, fissuré, fissurée, mauvaise qualité, qualité médiocre, qualité en baisse, camelote, plante, freeze, rame, lent, lente,
    taille trop petit, déchiré, déchirée, obsolète, erreur 404, erreur 500, message d'erreur`,
  ],
  ['product_failure', 2, `mise à jour, sous garantie, garantie, batterie, réparation, réparateur`],
  // — Service failure —
  [
    'service_failure',
    10,
    `jamais passé, jamais passée, jamais venu, jamais venue, jamais rappelé, jamais rappelée, impossible de vous contacter, n'est pas passé, site qui plante, impossible de se connecter, impossible de me connecter, n'arrive pas à me connecter, arrive pas à me connecter, n'arrive plus à me connecter, arrive plus à me connecter, impossible de vous joindre, impossible de joindre, injoignable, injoignables,
    jamais livré, jamais livrée, jamais reçu, jamais reçue, toujours pas livré, toujours pas livrée, toujours pas reçu, toujours rien reçu, pas été livré, pas été livrée, colis perdu, colis volé, colis bloqué, livraison en retard, retard de livraison,
    pas reçu ma commande, pas reçu mon colis, toujours pas de remboursement, pas de remboursement, aucun remboursement, jamais remboursé, jamais remboursée, pas remboursé, pas remboursée, toujours pas remboursé, toujours pas remboursée, refus de remboursement, refusent de me rembourser,
    refuse de me rembourser, refusent de rembourser, remboursez-moi, rembourse-moi, remboursez moi, rendez-moi mon argent, rendez l'argent, toujours pas de réponse, pas de réponse, aucune réponse, jamais de réponse, sans réponse, personne ne répond, ne répond pas, répondent pas, répond pas, ne répondez pas, vous répondez pas,
    raccroché au nez, on m'a raccroché au nez, baladé de service en service, on me balade, renvoie d'un service à l'autre, attends depuis, j'attends depuis, semaines que j'attends, jours que j'attends, mois que j'attends, heures d'attente, heure d'attente, des heures au téléphone,
    toujours en attente, commande annulée, annulé ma commande, vol annulé, vol retardé, train annulé, train supprimé, trains supprimés, train en retard, trains en retard, bus en retard, retard de train, correspondance ratée, plus d'internet, plus internet, pas d'internet, pas internet,
    sans internet, plus de réseau, pas de réseau, aucun réseau, plus de connexion, pas de connexion, aucune connexion, sans connexion, plus de wifi, coupure internet, coupure de courant, panne de courant, panne générale, panne nationale, sans électricité, sans chauffage, sans eau,
    site en panne, site inaccessible, inaccessible, appli en panne, appli HS, serveurs down, serveur down, rien ne marche, rien ne fonctionne, plus rien ne marche, technicien pas venu, technicien n'est jamais venu, technicien jamais venu, rendez-vous annulé, compte bloqué, compte suspendu, compte désactivé, bloqué mon compte, carte bloquée,
    virement bloqué, argent bloqué, bagage perdu, valise perdue, bagages perdus, résiliation refusée, impossible de résilier, impossible d'annuler, impossible de payer, erreur de livraison, mauvaise commande, commande incomplète, il manque des articles`,
  ],
  [
    'service_failure',
    2,
    `SAV, service après-vente, service client*, remboursement, rembours*, délai, délais, livraison, livreur, colis, commande, hotline, conseiller, conseillère, maintenance, technicien, supprimé, jattend*`,
  ],
  [
    'service_failure',
    6,
    `impossible de, je n'arrive pas à, j'arrive pas à, je n'arrive plus à, j'arrive plus à, correspondance ratée, bondé, bondée, bondés, réclamation, réclamations, retard, retards, en retard, attente, j'attends, rupture de stock,
    bug de l'appli, déconnecté, déconnectée, déconnexion*, débit lent, coupure, coupures, saturé, surbooking, surréservation, ça rame, mal reçu, mal reçue, mal reçus, personnel désagréable, vendeur désagréable, accueil glacial, accueil déplorable, incompétent, incompétents, incompétente, incompétence,
    aucun suivi, pas de suivi, dossier perdu, aucune nouvelle, sans nouvelles, pas de nouvelles, silence radio, annulé, annulée, connexion impossible`,
  ],
  ['service_failure', 2, `relance, relances`],
  // — Price —
  [
    'price',
    10,
    `trop cher, trop chère, trop chers, trop chères, hors de prix, prix exorbitant, prix exorbitants, prix abusif, prix abusifs, hausse des prix, hausse de prix, hausse du prix, augmentation des prix, augmentation du prix, augmentation de tarif, augmenté les prix, augmenté le prix,
    augmentez vos prix, frais cachés, frais abusifs, vol manifeste, c'est du vol, c du vol, du vol organisé, se gavent, vous vous gavez, shrinkflation, réduflation, prix de fou, abus de prix, surfacturation, surfacturé, surfacturée, facturé en trop`,
  ],
  ['price', 6, `cher, chère, chers, chères, frais de dossier, coûte un bras, coûte cher`],
  [
    'price',
    2,
    `prix, tarif, tarifs, facture, factures, facturé, facturée, frais, promo, promotion, abonnement, rapport qualité prix`,
  ],
  // — Opinion, taste —
  [
    'opinion_taste',
    10,
    `j'aime pas, je n'aime pas, aime pas du tout, moche, moches, dégueu, dégueulasse, dégueulasses, infect, insipide, fade, sans goût, mauvais goût, mauvaise pub, pub nulle, nouveau logo, nouvelle recette, c'était mieux avant,
    mieux avant, ennuyeux, ennuyeuse, ringard, ringarde, kitsch, surcoté, surcotée, bof, laid, laide, immangeable, imbuvable, ridicule, pub ridicule`,
  ],
  // — Harmless phrases that hold a strong word —
  [
    'none',
    1,
    `mort de rire, morte de rire, morts de rire, mdr, à mourir de rire, meurs de rire, mourir d'envie, crever de rire, tuer le temps, ça me tue, ça tue, tu me tues, vous me tuez, tuerie, une tuerie, batterie morte, écran mort, mort de fatigue, morte de fatigue, mort de faim, morte de faim,
    point mort, temps mort, nature morte, explosion de saveurs, explosion de joie, explosion de couleurs, explosion des ventes, explosé de rire, explosée de rire, le feu, c'est le feu, met le feu, mis le feu, coup de feu, feu vert, feu rouge, feu d'artifice, feux d'artifice, victime de la mode, fracture numérique, fracture sociale, en faire un drame, quel malaise, le malaise, trop mortel, c'est mortel, enquête de satisfaction, enquête satisfaction, téléphone est mort, portable est mort, ordinateur est mort, ordi est mort, PC est mort, écran est mort, batterie est morte, aspirateur est mort, lave-linge est mort, victime de son succès, victimes de leur succès,
    victime de votre succès, crash test, crash tests, une bombe, accident de parcours, par accident, malade mental, un truc de malade, un truc de malades, de malade, c'est malade, non seulement, pas seulement, pas que, une personne, la personne, cette personne, chaque personne, première personne, personne âgée, personnes âgées, personne handicapée,
    pas un jour sans, pas étonnant, pourquoi pas, n'importe quoi, n'importe, pas la première fois, police d'assurance, police de caractères, police de caractère, souris sans fil, clavier et souris, souris gamer, rats de bibliothèque, danger public de la route, hâte, vol Paris, vol pour, vol vers, pas que ça à faire,
    justice sociale, faire justice, rame de métro, la rame, cette rame, plante verte, une plante, ma plante, la plante, plantes vertes, sans danger, hors de danger, aucun danger, moins cher, moins chère, moins chers, bon marché, pas cher, pas chère, pas chers, pas trop cher`,
  ],
  // — Evidence —
  [
    'evidence',
    5,
    `photo à l'appui, photos à l'appui, preuve à l'appui, preuves à l'appui, j'ai la preuve, j'ai des preuves, j'ai les preuves, voici la preuve, capture d'écran, captures d'écran, certificat médical, constat d'huissier, document interne, documents internes, j'étais sur place, j'y étais, sous mes yeux,
    devant moi, devant mes yeux, j'ai été, jai été, j'ai fini, jai fini, je me suis brûlé, je me suis brûlée, je me suis blessé, je me suis blessée, m'a brûlé, m'a brûlée, m'a blessé, m'a blessée, m'a explosé, m'est arrivé, ma fille, mon fils, mon bébé, mon enfant, mes enfants, ma mère, mon père, ma femme, mon mari, ma grand-mère, mon grand-père,
    mon compagnon, ma compagne, ma sœur, mon frère, mes parents, ma carte, mon compte, mes données, mes mots de passe, notre maison, dans ma cuisine, chez moi, dans mes mains, dans ma main, dans mon plat, dans mon assiette, on m'a débité, on m'a prélevé, j'ai vu, j'ai trouvé, j'ai filmé, je travaille chez, ancien salarié, ancienne salariée`,
  ],
  [
    'evidence',
    3,
    `photo, photos, vidéo, vidéos, screen, screens, preuve, preuves, facture à l'appui, témoin, témoins, témoignage, témoigne, regardez, voyez par vous-mêmes, mail interne, constat, ticket de caisse, j'ai reçu`,
  ],
  // — Wording —
  [
    'threat',
    8,
    `vous allez le payer, vous allez me le payer, vous allez payer, allez le regretter, tu vas le regretter, je vais vous retrouver, je sais où vous habitez, on va tout casser, tout brûler, je vais tout casser, cramer vos, crevez, menace de mort, menaces de mort, on va venir, vous allez entendre parler de moi, ça va mal finir`,
  ],
  [
    'threat',
    5,
    `je vais tout balancer, je balance tout, je vais contacter la presse, contacter les médias, alerter la presse, alerter les médias, saisir la presse, prévenir la presse, je ne vais pas en rester là, n'en resterai pas là, ça ne va pas en rester là, je vais faire du bruit, affaire à suivre, j'irai jusqu'au bout, dernier avertissement`,
  ],
  [
    'boycott',
    7,
    `boycott, boycotte, boycottez, boycotter, boycottons, boycotté, boycottée, n'achetez plus, n'achetez pas, n'achetez rien, n'achetez jamais, arrêtez d'acheter, plus jamais chez, plus jamais chez vous, plus jamais cette marque, n'allez pas chez, n'allez plus chez, à fuir, fuyez, passez votre chemin, ne mettez plus les pieds, balance ton, faites tourner, partagez au maximum, RT massif, pétition, signez la pétition`,
  ],
  [
    'boycott',
    4,
    `je change d'opérateur, je change de banque, je me casse chez, je résilie, je vais résilier, vais aller voir la concurrence, chez la concurrence, je quitte, désabonné, désabonnée, je me désabonne, dernière fois que, vous avez perdu un client, perdu une cliente, évitez`,
  ],
  [
    'insult',
    6,
    `connard, connards, connasse, enculé, enculés, fils de pute, fdp, pute, putes, ordure, ordures, salaud, salauds, salope, raclure, raclures, crevures, crevure, pourriture, pourritures, ntm, va te faire foutre, allez vous faire foutre, allez vous faire, sous-merde, bande de cons, tas de merde, boîte de merde, service de merde, marque de merde, grosse merde, batard, bâtards`,
  ],
  [
    'insult',
    4,
    `voleur, voleurs, voleuse, menteur, menteurs, menteuse, clown, clowns, guignols, guignol, incapables, incapable, bouffon, bouffons, abruti, abrutis, crétin, crétins, débile, débiles, idiot, idiots, imbécile, imbéciles, charlatan, charlatans, branleurs, branquignols, bras cassés, pitres, rapaces, vautours, sangsues, pigeons, merdique, merdiques, de merde, foutage de gueule, foutez de notre gueule, foutez de la gueule, se foutent de nous, se foutent de la gueule, se foutre du monde, vous moquez du monde, se moquent du monde`,
  ],
  [
    'legal',
    6,
    `porter plainte, porté plainte, je porte plainte, dépôt de plainte, déposer plainte, plainte, mon avocat, avocat, avocats, tribunal, en justice, action collective, mise en demeure, prud'hommes, DGCCRF, CNIL, signal conso, signalconso, répression des fraudes, huissier, procureur, médiateur, code de la consommation, article L`,
  ],
  [
    'legal',
    3,
    `illégal, illégale, droit de rétractation, garantie légale, RGPD, la loi, juridique, juridiquement, dommages et intérêts, indemnisation, dédommagement, UFC Que Choisir, Que Choisir`,
  ],
  // — Tone —
  [
    'negative',
    5,
    `honteux, honteuse, honte, quelle honte, une honte, scandaleux, scandaleuse, scandale, inadmissible, inadmissibles, inacceptable, inacceptables, intolérable, ignoble, ignobles, immonde, abject, abjecte, dégoûtant, dégoûtante, dégoûté, dégoûtée, écœurant, écœuré, écœurée, révoltant, révoltée, révolté, odieux, odieuse, catastrophique, catastrophe, cauchemar, horrible, horribles, horreur, atroce, atroces, exécrable, déplorable, déplorables,
    lamentable, lamentables, pitoyable, pitoyables, minable, minables, scandalisé, scandalisée, indigne, furieux, furieuse, folle de rage, hors de moi, en colère, en rage, traumatisé, traumatisée, choqué, choquée, choquant, choquante, effrayant, terrifiant, terrifié, terrifiée, 😡, 🤬, 🤮, 🤢, 👎, 💩`,
  ],
  [
    'negative',
    3,
    `passe mal, ça passe mal, c'est quoi cette, c'est quoi ce, se moque de, vous moquez de, se moquent de, nul, nulle, nuls, nulles, mauvais, mauvaise, déçu, déçue, déçus, déçues, décevant, décevante, déception, marre, ras-le-bol, ras le bol, j'en peux plus, j'en ai marre, énervé, énervée, agacé, agacée, agaçant, insupportable, pénible, abusé, abusif, abusive, abusifs, c'est abusé, n'importe quoi, du grand n'importe quoi, pas sérieux, pas normal, anormal, pas content, pas contente, mécontent, mécontente, mécontents, triste, tristesse,
    inquiet, inquiète, inquiets, inquiétant, inquiétante, peur, pire, le pire, la pire, merde, putain, ptn, bordel, galère, galères, fatigué, fatiguée, stressant, désespéré, désespérée, regrette, je regrette, médiocre, bâclé, bâclée, foutu, foutue, désagréable, désagréables, irrespectueux, mépris, méprisant, méprisante, merci pour rien, bravo pour, bravo le, bravo la, félicitations pour ce fiasco, fiasco, foutoir, vraiment pas top, pas top, au secours, wtf, pff*, ptdr pas drôle, 😠, 😤, 😭, 💔, 😱`,
  ],
  [
    'negative',
    2,
    `dommage, bizarre, problème, problèmes, souci, soucis, compliqué, difficile, perdu, perdue, erreur, erreurs, mal, trop long, toujours pas, encore une fois, encore en, bof, moyen, 😞, 😢, 😒, 🙄, 😔, 🤦`,
  ],
  [
    'positive',
    4,
    `excellent, excellente, excellents, excellentes, génial, géniale, géniaux, géniales, formidable, fantastique, magnifique, merveilleux, merveilleuse, extraordinaire, exceptionnel, exceptionnelle, parfait, parfaite, impeccable, top, au top, trop bien, incroyable, sublime, délicieux, délicieuse, une tuerie, c'est le feu, tuerie, adorable, j'adore, adoré, adore, le meilleur, la meilleure, les meilleurs, les meilleures, meilleur service, coup de cœur, ravi, ravie, ravis, 😍, ❤, 🥰, 🤩, 🎉, 💯, 🙌`,
  ],
  [
    'positive',
    3,
    `super, bravo, content, contente, contents, heureux, heureuse, satisfait, satisfaite, satisfaits, satisfaction, félicitations, chapeau, efficace, efficaces, rapide, rapides, réactif, réactive, réactifs, aimable, gentil, gentille, gentils, sympa, sympas, agréable, bon accueil, belle, beau, bonne qualité, j'aime, aime beaucoup, aime bien, cool, pratique, utile, hâte, vivement, bonne nouvelle, pas mal, pas déçu, pas déçue, jamais déçu, jamais déçue, recommande, je recommande, kiffe, stylé, 👍, 👏, 😊, 😀, 😁, 🙏, 💪`,
  ],
  [
    'positive',
    1,
    `merci, merci beaucoup, bien, bonne, bon, s'il vous plaît, svp, stp, cordialement, bonne journée`,
  ],
  [
    'satisfied',
    6,
    `vaut bien un merci, il faut le dire aussi, merci encore, rien à dire, merci au chauffeur, merci à la, merci au, merci à vos équipes, merci à toute l'équipe, merci à l'équipe, merci pour votre réactivité, merci pour votre aide, merci pour votre rapidité, merci à votre conseiller, merci à votre conseillère, un grand merci, grand merci, mille mercis, problème réglé, problème résolu, tout est rentré dans l'ordre, ça remarche, ça refonctionne, je recommande, je vous recommande, je recommande vivement, client satisfait, cliente satisfaite,
    très satisfait, très satisfaite, rien à redire, service au top, service impeccable, livraison rapide, bravo à, bravo pour votre, chapeau bas, fidèle depuis, client fidèle et ravi, jamais déçu, jamais déçue, meilleur service client`,
  ],
  // — Intent —
  [
    'question',
    5,
    `comment je, comment on, qui peut, qui contacter, qui d'autre, à qui, comment faire, comment on fait, comment puis-je, comment je peux, comment peut-on, comment fait-on, comment est-ce, est-ce que, est ce que, est-il possible, est il possible, serait-il possible, pouvez-vous, pouvez vous, pourriez-vous, pourriez vous, peut-on, peut on, puis-je, savez-vous, savez vous, quand est-ce, quand sera, quand est, à quelle heure, à partir de quand, où est, où puis-je, où trouver, quel est, quelle est, quels sont, quelles sont, combien coûte, combien de temps,
    avez-vous, avez vous, y a-t-il, y a t il, y a-t'il, quelqu'un sait, quelqu'un sait si, qui sait, une idée, j'ai une question, petite question, question, j'aimerais savoir, je voudrais savoir, je souhaiterais savoir, je voulais savoir, pouvez me dire, vous pouvez me dire, c'est quoi, c'est normal que, est-ce normal, faut-il, dois-je, doit-on, kelk1 sait`,
  ],
  [
    'misguided',
    6,
    `on me dit que, on m'a dit, silence des médias, silence total, posez-vous les bonnes questions, avant suppression, avant censure, avant que ce soit supprimé, ils effacent, il paraît que, il parait que, paraît-il, parait-il, apparemment vous, apparemment ils, apparemment elle, on m'a dit que, on dit que, j'ai entendu dire, j'ai entendu que, j'ai lu que, j'ai vu passer, j'ai vu que vous, d'après ce que j'ai lu, d'après un ami, selon la rumeur, rumeur, rumeurs, la rumeur, est-ce vrai que, est-il vrai que, c'est vrai que vous, c'est vrai que vos, vrai ou faux, info ou intox, fake news, désinformation, on nous cache, on nous ment, on nous cache la vérité, la vérité sur, un copain m'a dit, une amie m'a dit, mon voisin dit, serait fabriqué, seraient fabriqués, complot, le saviez-vous`,
  ],
  [
    'rager',
    6,
    `allez crever, qu'ils crèvent, je vous hais, je vous déteste, je les déteste, je les hais, haine, vous me dégoûtez, vous me donnez envie de vomir, allez tous, nique, niquez, niquer, je vous emmerde, tous pourris, tous des voleurs, tous les mêmes, rien à foutre de vous, cassez-vous, dégagez, coulez, qu'ils coulent, fermez boutique, mettez la clé sous la porte, déposez le bilan, faites faillite`,
  ],
  [
    'satirist',
    6,
    `mdr, mdrr, ptdr, xptdr, lol, mort de rire, morte de rire, ironie, ironie inside, second degré, parodie, satire, le gorafi, gorafi, nordpresse, blague, la blague, vis ma vie, pov tu, quand ton, quand tu, moi quand, personne absolument personne, allô le 17, sketch, 😂, 🤣, 🤡, 💀`,
  ],
  [
    'troll',
    6,
    `ratio, ta gueule, tg, vos gueules, ferme ta gueule, fermez-la, tais-toi, on s'en fout, osef, rageux, rage pas, cheh, cheh bien fait, bouffon va, t'es qui, qui t'a demandé, qui vous a demandé, bande de moutons, les moutons, moutons, gauchiasses, gauchos, fachos, wesh le CM, le CM est nul, stagiaire, le stagiaire, CM en PLS, pleure, pleurez, pleurnicheurs, suce, sucez, va mourir, retourne dans, reste au chômage, kikoo, noob`,
  ],
  // — Grammar —
  [
    'negation',
    1,
    `pas, ne, n, jamais, aucun, aucune, aucuns, sans, ni, personne, rien, nullement, faux que, pas de, non, plus aucun, plus aucune, zéro, ne pas, dément, démentent, démenti, évité, éviter`,
  ],
  [
    'intensifier',
    1,
    `très, trop, vraiment, tellement, super, hyper, ultra, extrêmement, totalement, complètement, carrément, absolument, franchement, particulièrement, sérieusement, tout simplement, purement, si, bien trop, grave, vachement, gravement, énormément`,
  ],
];

export const LEXICON_FR: readonly LexiconEntry[] = /* @__PURE__ */ seedEntries('fr', LINES);
