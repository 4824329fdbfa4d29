import type { Messages } from '../messages.js';

export const corrections: Messages['corrections'] = {
  title: 'Ce que des personnes ont corrigé',
  lead: 'Le premier mot du classement face au dernier mot des personnes, sur les mentions que quelqu’un a corrigées. Un champ laissé tel quel compte comme confirmé. Les exercices ne comptent pas.',
  export: 'Exporter comme exemples étiquetés',
  none: 'Personne n’a encore corrigé d’évaluation',
  noneText: 'Ouvrez une mention et choisissez « Corriger » : chaque correction apparaît ici.',
  fields: 'Champs de l’évaluation',
  field: {
    level: 'Niveau',
    harm: 'Préjudice',
    intent: 'Intention',
    sentiment: 'Ton',
    language: 'Langue',
  },
  kept_one: 'Sur {{count}} mention corrigée, {{kept}} a gardé ici sa valeur automatique.',
  kept_many: 'Sur {{count}} mentions corrigées, {{kept}} ont gardé ici leur valeur automatique.',
  kept_other: 'Sur {{count}} mentions corrigées, {{kept}} ont gardé ici leur valeur automatique.',
  table: 'Tableau de confusion',
  corner: 'Classement ↓ · personnes →',
  cell_one: '{{count}} mention : le classement a dit {{automatic}}, une personne dit {{person}}. L’ouvrir',
  cell_many:
    '{{count}} mentions : le classement a dit {{automatic}}, des personnes disent {{person}}. Les ouvrir',
  cell_other:
    '{{count}} mentions : le classement a dit {{automatic}}, des personnes disent {{person}}. Les ouvrir',
  of: 'Classement : {{automatic}} · personnes : {{person}}',
  by: '{{name}}, {{date}} : {{reason}}',
  level: 'Niveau {{level}}',
};

export const whatIf: Messages['whatIf'] = {
  title: 'Mentions qui seraient jugées autrement',
  ask: 'Qu’est-ce qui changerait ?',
  progress: 'Mentions passées déjà rejugées',
  found_one: '{{count}} des {{looked}} dernières mentions serait jugée autrement.',
  found_many: '{{count}} des {{looked}} dernières mentions seraient jugées autrement.',
  found_other: '{{count}} des {{looked}} dernières mentions seraient jugées autrement.',
  becomes: 'devient',
  more_one: '… et {{count}} autre.',
  more_many: '… et {{count}} autres.',
  more_other: '… et {{count}} autres.',
};
