import { describe, expect, it } from '@jest/globals';
import type {
  AssessableMention,
  Assessment,
  CrisisLevel,
  HarmCategory,
  Intent,
  Sentiment,
} from './assessment.js';
import { assess } from './assess.js';
import { compileLexicon } from './compiled-lexicon.js';
import { DEFAULT_LEXICON } from './default-lexicon.js';
import { detectLanguage } from './language.js';
import type { TextModel } from './text-model.js';

const lexicon = compileLexicon(DEFAULT_LEXICON);
const assessed = (mention: AssessableMention | string): Assessment =>
  assess(typeof mention === 'string' ? { text: mention } : mention, lexicon, detectLanguage);

type Expected = [HarmCategory, Intent, CrisisLevel];

describe('a mention in French', () => {
  const photo = { hasMedia: true };
  it.each<[string, Expected, Partial<AssessableMention>?]>([
    [
      'Ma fille a été brûlée au bras par votre bouilloire, l’anse a lâché.',
      ['injury_or_death', 'unhappy_customer', 2],
      photo,
    ],
    [
      'Explosion à l’usine de Saint-Fons : plusieurs morts et des dizaines de blessés',
      ['injury_or_death', 'neutral', 2],
    ],
    [
      'Intoxication alimentaire après votre salade, toute la famille à l’hôpital',
      ['injury_or_death', 'unhappy_customer', 2],
    ],
    ['Rappel de produit : des bouts de verre dans les pots pour bébé', ['safety_health', 'neutral', 2]],
    [
      'Votre batterie a pris feu pendant la charge, j’ai eu très peur',
      ['safety_health', 'unhappy_customer', 2],
    ],
    [
      'Fuite de données chez @Marque, mes mots de passe sont dans la nature',
      ['data_breach_fraud', 'unhappy_customer', 2],
    ],
    ['On m’a débité deux fois de 89 € et personne ne répond', ['data_breach_fraud', 'unhappy_customer', 1]],
    [
      'Votre nouvelle pub est carrément raciste, #BoycottMarque',
      ['discrimination_harassment', 'unhappy_customer', 2],
    ],
    ['Je vais porter plainte, mon avocat vous contactera', ['legal_authorities', 'unhappy_customer', 1]],
    ['L’usine rejette des déchets toxiques dans la rivière', ['environment', 'neutral', 1]],
    [
      'Toujours pas de remboursement, ça fait 3 semaines que j’attends, honteux !',
      ['service_failure', 'unhappy_customer', 1],
    ],
    ['Plus d’internet depuis ce matin dans tout le quartier', ['service_failure', 'unhappy_customer', 0]],
    ['Mon casque ne marche plus au bout de deux jours', ['product_failure', 'unhappy_customer', 1]],
    ['C’est trop cher maintenant, encore une augmentation de tarif', ['price', 'unhappy_customer', 0]],
    ['Bravo pour le retard, merci pour rien', ['service_failure', 'unhappy_customer', 0]],
    ['Je ne suis pas satisfait du tout de la livraison', ['service_failure', 'unhappy_customer', 0]],
    ['Bonjour, comment puis-je modifier mon adresse de livraison ?', ['none', 'question', 0]],
    ['Merci à toute l’équipe pour votre réactivité, service impeccable 😍', ['none', 'satisfied', 0]],
    ['Il paraît que vos yaourts contiennent du porc, c’est vrai ?', ['none', 'misguided', 0]],
    ['Ptdr la nouvelle mascotte on dirait mon oncle bourré 😂', ['none', 'satirist', 0]],
    ['Bande de voleurs, allez tous crever connards', ['none', 'rager', 0]],
    ['Ratio le CM, va pleurer', ['none', 'troll', 0]],
    ['Je suis mort de rire devant votre pub', ['none', 'satirist', 0]],
    ['Le magasin de Nantes ouvre lundi à 9 h', ['none', 'neutral', 0]],
  ])('%s', (text, expected, more = {}) => {
    const { language, harm, intent, level } = assessed({ text, ...more });
    expect(language).toBe('fr');
    expect([harm, intent, level]).toEqual(expected);
  });
});

describe('a mention in English', () => {
  it.each<[string, Expected, Partial<AssessableMention>?]>([
    [
      'I was burned by your kettle, my hand is covered in blisters',
      ['injury_or_death', 'unhappy_customer', 2],
      { hasMedia: true },
    ],
    [
      'Massive explosion at the fertilizer plant, at least 5 people dead and 100 injured',
      ['injury_or_death', 'neutral', 2],
    ],
    ['My son was rushed to hospital after eating your yoghurt', ['injury_or_death', 'unhappy_customer', 2]],
    ['My phone caught fire while charging', ['safety_health', 'unhappy_customer', 2]],
    [
      'Customer data leaked: 2 million accounts exposed, company confirms data breach',
      ['data_breach_fraud', 'neutral', 2],
      { author: { followers: 250_000, kind: 'press' } },
    ],
    ['My account was hacked and nobody answers', ['data_breach_fraud', 'unhappy_customer', 1]],
    [
      'The CEO said women should stay in the kitchen. Disgusting sexist remark.',
      ['discrimination_harassment', 'neutral', 2],
    ],
    ['See you in court. My lawyer will be in touch.', ['legal_authorities', 'unhappy_customer', 1]],
    ['Raw sewage dumped in the river again by the company', ['environment', 'neutral', 1]],
    ['Down again?? Third time this week, I want a refund', ['service_failure', 'unhappy_customer', 0]],
    ['my headphones stopped working after 2 days', ['product_failure', 'unhappy_customer', 1]],
    ['Prices went up again, way too expensive', ['price', 'unhappy_customer', 0]],
    ['How do I reset my password?', ['none', 'question', 0]],
    ['Thanks for the quick help, great service!', ['none', 'satisfied', 0]],
    ['I heard that you put pork in it, is it true?', ['none', 'misguided', 0]],
    ['lol this ad is like my dad dancing 😂', ['none', 'satirist', 0]],
    ['You are all scumbags, I hope you go bankrupt', ['none', 'rager', 0]],
    ['cry more, nobody asked', ['none', 'troll', 0]],
    ['my fire tv box is in the living room', ['none', 'neutral', 0]],
    ['Please help me with my account, thank you very much', ['none', 'neutral', 0]],
  ])('%s', (text, expected, more = {}) => {
    const { language, harm, intent, level } = assessed({ text, ...more });
    expect(language).toBe('en');
    expect([harm, intent, level]).toEqual(expected);
  });
});

describe('what a text denies', () => {
  it.each([
    'Personne n’est blessé, tout va bien au dépôt',
    'Aucun mort à déplorer sur le site',
    'La batterie n’a pas pris feu, elle a juste chauffé',
    'Ce produit n’est pas du tout dangereux',
    'Il n’y a pas eu de blessés hier soir',
    'No one was injured at our warehouse',
    'No one has been seriously hurt today',
    'The charger is not dangerous at all',
    'There were no deaths or injuries, thankfully',
    'Nobody was killed in the accident at the depot',
  ])('cancels the harm: %s', (text) => {
    const { reasons, level } = assessed(text);
    expect(level).toBeLessThan(2);
    expect(reasons).toContainEqual(expect.objectContaining({ part: 'harm', code: 'negated', weight: 0 }));
  });

  it.each([
    ['Non, votre chargeur a explosé dans ma cuisine', 'safety_health'],
    ['Le SAV ne répond pas et ma fille a été blessée', 'injury_or_death'],
    ['Ce n’est qu’une arnaque de plus', 'data_breach_fraud'],
    ['Une personne est décédée sur le chantier', 'injury_or_death'],
    ['I can’t believe you poisoned my dog', 'injury_or_death'],
    ['No answer, and my son was injured', 'injury_or_death'],
    ['Not only rude but racist staff in this shop', 'discrimination_harassment'],
  ])('does not cancel what it does not reach: %s', (text, harm) => {
    expect(assessed(text).harm).toBe(harm);
  });

  it('denies the nearest harm only', () => {
    const { harm, reasons } = assessed('No one was injured in the fire at our warehouse');
    expect(harm).toBe('safety_health');
    expect(reasons.find((reason) => reason.code === 'negated')?.words).toEqual(['injured']);
  });

  it('turns praise into blame', () => {
    expect(assessed('Je ne suis vraiment pas contente de vous').sentiment).toBe('negative');
    expect(assessed('Pas mal du tout votre nouvelle appli').sentiment).toBe('positive');
  });
});

describe('the tone', () => {
  it.each<[string, Intent]>([
    ['Have you been hacked? Is this text really from you or a scam?', 'question'],
    ['Un préavis de grève circule pour jeudi, ma ligne roule ou pas ?', 'question'],
    ['Bus 12 jamais passé ce matin, 40 min sous la pluie. bravo 👏👏', 'unhappy_customer'],
    ['Votre appli ne charge pas, comment je fais, c’est honteux', 'unhappy_customer'],
    ['Les freins du vélo ne marchent plus du tout', 'unhappy_customer'],
    ['On me dit que trois personnes sont à l’hôpital, silence total des médias', 'misguided'],
    ['your riders are all losers lol walk you lazy clowns', 'troll'],
    ['Boycott them until they take every one of these off the street', 'rager'],
  ])('of "%s" is read as %s', (text, intent) => {
    expect(assessed(text).intent).toBe(intent);
  });

  it('of a satirical account is satire, unless it tells of a harm at first hand', () => {
    const author = { followers: 22_000, kind: 'satirist' };
    expect(assessed({ text: 'La notice des vélos sera désormais ignifugée.', author }).intent).toBe(
      'satirist',
    );
    expect(assessed({ text: 'Mon fils a été brûlé par votre vélo', author }).intent).toBe('unhappy_customer');
  });
});

describe('the language', () => {
  it.each(['ok', '👍', 'lol', '', '   ', '@marque #marque https://exemple.fr/a', '12 345'])(
    'is not guessed for %p',
    (text) => {
      const { language, languageKnown, reasons, severity } = assessed(text);
      expect([language, languageKnown, severity]).toEqual(['und', false, 0]);
      expect(reasons).toContainEqual(expect.objectContaining({ part: 'language', code: 'undetermined' }));
    },
  );

  it.each([
    ['fi', 'Tuote syttyi palamaan ja poltti käteni pahasti'],
    ['de', 'Das Gerät ist explodiert und hat meine Hand verbrannt'],
    ['es', 'El incendio de la refinería dejó varios muertos y heridos'],
    ['ja', 'この製品は火事になりました。とても怖いです'],
  ])('%s is named, and nothing is read into it for want of a lexicon', (code, text) => {
    const { language, languageKnown, harm, severity, reasons } = assessed(text);
    expect([language, languageKnown, harm, severity]).toEqual([code, true, 'none', 0]);
    expect(reasons[0]).toEqual({
      part: 'language',
      code: 'no-lexicon',
      weight: 0,
      params: { language: code },
    });
  });

  it('declared by the network stands in where the text does not tell, and only there', () => {
    expect(assessed({ text: 'Arnaque', languageHint: 'fr-FR' })).toMatchObject({
      language: 'fr',
      languageKnown: true,
    });
    expect(assessed({ text: '👍', languageHint: 'fr' })).toMatchObject({
      language: 'und',
      languageKnown: false,
    });
    expect(assessed({ text: 'Arnaque', languageHint: 'zxx' })).toMatchObject({ language: 'und' });
    expect(assessed({ text: 'My phone caught fire while charging', languageHint: 'fr' }).language).toBe('en');
  });

  it('undetermined does not hide a harm: the terms of every lexicon are looked for', () => {
    expect(assessed('ARNAQUE !!!')).toMatchObject({ language: 'und', harm: 'data_breach_fraud' });
    expect(assessed('#Boycott #Racist')).toMatchObject({
      language: 'und',
      harm: 'discrimination_harassment',
    });
  });
});

describe('severity', () => {
  const text = 'Votre chargeur a explosé dans les mains de mon fils';
  const weightOf = (assessment: Assessment, part: string) =>
    assessment.reasons
      .filter((reason) => reason.part === part)
      .reduce((sum, reason) => sum + reason.weight, 0);

  it('adds a picture, the reach and the standing of the author, each with its reason', () => {
    const plain = assessed(text);
    const seen = assessed({ text, hasMedia: true, author: { followers: 100_000, kind: 'press' } });
    expect(weightOf(seen, 'evidence') - weightOf(plain, 'evidence')).toBe(5);
    expect(weightOf(seen, 'author')).toBe(10);
    expect(seen.severity).toBe(plain.severity + 15);
  });

  it('of deaths reported by a widely read journalist justifies a crisis by one mention', () => {
    const { level, advice } = assessed({
      text: 'Explosion à l’usine : trois morts et des dizaines de blessés',
      author: { followers: 1_000_000, kind: 'press' },
    });
    expect([level, advice]).toEqual([3, 'escalate']);
  });

  it('of praise is not raised by reach or by a picture', () => {
    const happy = {
      text: 'Merci, service impeccable, je recommande',
      hasMedia: true,
      author: { followers: 2_000_000 },
    };
    expect(assessed(happy).severity).toBe(0);
  });

  it('of a lone troll stays at level 0 however loud', () => {
    const { level, advice } = assessed(
      'RATIO bande de clowns, vos gueules, bouffons, cheh, le CM est nul !!!',
    );
    expect([level, advice]).toEqual([0, 'do_not_answer']);
  });

  it('counts a joke without evidence half, and one with evidence in full', () => {
    expect(weightOf(assessed('mdr leur grille-pain a explosé'), 'harm')).toBe(25);
    expect(weightOf(assessed('mdr leur grille-pain a explosé chez moi'), 'harm')).toBe(50);
  });

  it('quotes stretched and unaccented words as they were written', () => {
    const { reasons } = assessed('Votre service est nuuuul et HONTEUUUX, vraiment degoutee de vous');
    expect(reasons.find((reason) => reason.part === 'sentiment')?.words).toEqual([
      'nuuuul',
      'HONTEUUUX',
      'degoutee',
    ]);
  });
});

describe('a measured model', () => {
  const saying = (label: Sentiment, probability: number): TextModel => ({
    read: () => ({
      version: 'test-1',
      sentiment: { label, probability, words: () => ['journée'] },
      tone: null,
    }),
  });
  const sentimentOf = (text: string, model: TextModel) =>
    assess({ text }, lexicon, detectLanguage, { model }).sentiment;

  it('says the sentiment where the lexicon sees nothing, and the reason says so', () => {
    const { sentiment, sentimentConfidence, modelVersion, reasons } = assess(
      { text: 'Encore une journée comme celle d’hier' },
      lexicon,
      detectLanguage,
      { model: saying('negative', 0.9) },
    );
    expect([sentiment, sentimentConfidence, modelVersion]).toEqual(['negative', 0.9, 'test-1']);
    expect(reasons).toContainEqual({
      part: 'sentiment',
      code: 'model',
      weight: 5,
      params: { label: 'negative', probability: 0.9 },
      words: ['journée'],
    });
  });

  it('is not heard when unsure, nor against words that leave no doubt', () => {
    const praise = 'Service génial, merci beaucoup';
    expect(sentimentOf('Encore une journée comme celle d’hier', saying('negative', 0.5))).toBe('neutral');
    expect(sentimentOf(praise, saying('negative', 0.99))).toBe('positive');
  });
});
