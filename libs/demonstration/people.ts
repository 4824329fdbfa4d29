import type { Locale, Role } from '#platform/contract';

/** Departments of the demonstration organisation, Lumen Mobilité (fictional). */
export const DEMO_DEPARTMENTS = [
  { key: 'legal', nameFr: 'Direction juridique', nameEn: 'Legal' },
  { key: 'pr', nameFr: 'Communication', nameEn: 'Communications' },
  { key: 'hr', nameFr: 'Ressources humaines', nameEn: 'Human resources' },
  { key: 'product', nameFr: 'Produit et exploitation', nameEn: 'Product and operations' },
  { key: 'security', nameFr: 'Sécurité et cybersécurité', nameEn: 'Safety and information security' },
  { key: 'care', nameFr: 'Service clients', nameEn: 'Customer care' },
] as const;

export type DemoDepartmentKey = (typeof DEMO_DEPARTMENTS)[number]['key'];

export interface DemoPerson {
  email: string;
  name: string;
  roles: Role[];
  departments: DemoDepartmentKey[];
  locale: Locale;
  titleFr: string;
  titleEn: string;
}

/** One person or more for every role and an approver for every department; passwords are made at the first start. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    email: 'camille.arnaud@lumen.example',
    name: 'Camille Arnaud',
    roles: ['community_manager'],
    departments: ['pr'],
    locale: 'fr',
    titleFr: 'Responsable des réseaux sociaux',
    titleEn: 'Social media lead',
  },
  {
    email: 'tom.whitfield@lumen.example',
    name: 'Tom Whitfield',
    roles: ['community_manager'],
    departments: ['care'],
    locale: 'en',
    titleFr: 'Community manager, Royaume-Uni et Irlande',
    titleEn: 'Community manager, UK and Ireland',
  },
  {
    email: 'ines.kaddour@lumen.example',
    name: 'Inès Kaddour',
    roles: ['community_manager'],
    departments: ['care'],
    locale: 'fr',
    titleFr: 'Community manager, relation clients',
    titleEn: 'Community manager, customer relations',
  },
  {
    email: 'helene.vasseur@lumen.example',
    name: 'Hélène Vasseur',
    roles: ['approver'],
    departments: ['legal'],
    locale: 'fr',
    titleFr: 'Directrice juridique',
    titleEn: 'General counsel',
  },
  {
    email: 'antoine.legoff@lumen.example',
    name: 'Antoine Le Goff',
    roles: ['approver'],
    departments: ['pr'],
    locale: 'fr',
    titleFr: 'Directeur de la communication',
    titleEn: 'Director of communications',
  },
  {
    email: 'siobhan.keane@lumen.example',
    name: 'Siobhán Keane',
    roles: ['approver'],
    departments: ['pr'],
    locale: 'en',
    titleFr: 'Responsable de la communication, Royaume-Uni et Irlande',
    titleEn: 'Head of communications, UK and Ireland',
  },
  {
    email: 'mathieu.delcourt@lumen.example',
    name: 'Mathieu Delcourt',
    roles: ['approver'],
    departments: ['product'],
    locale: 'fr',
    titleFr: 'Directeur produit et exploitation',
    titleEn: 'Director of product and operations',
  },
  {
    email: 'nadia.benali@lumen.example',
    name: 'Nadia Benali',
    roles: ['approver'],
    departments: ['care'],
    locale: 'fr',
    titleFr: 'Directrice du service clients',
    titleEn: 'Director of customer care',
  },
  {
    email: 'olivier.tanguy@lumen.example',
    name: 'Olivier Tanguy',
    roles: ['approver'],
    departments: ['security'],
    locale: 'fr',
    titleFr: 'Directeur de la sécurité et de la cybersécurité',
    titleEn: 'Director of safety and information security',
  },
  {
    email: 'claire.fontanel@lumen.example',
    name: 'Claire Fontanel',
    roles: ['approver'],
    departments: ['hr'],
    locale: 'fr',
    titleFr: 'Directrice des ressources humaines',
    titleEn: 'Director of human resources',
  },
  {
    email: 'julien.marchetti@lumen.example',
    name: 'Julien Marchetti',
    roles: ['crisis_lead'],
    departments: ['pr'],
    locale: 'fr',
    titleFr: 'Responsable de la gestion de crise',
    titleEn: 'Crisis lead',
  },
  {
    email: 'elise.morvan@lumen.example',
    name: 'Élise Morvan',
    roles: ['executive'],
    departments: [],
    locale: 'fr',
    titleFr: 'Directrice générale',
    titleEn: 'Chief executive',
  },
  {
    email: 'samir.haddad@lumen.example',
    name: 'Samir Haddad',
    roles: ['administrator'],
    departments: [],
    locale: 'fr',
    titleFr: 'Responsable des outils numériques',
    titleEn: 'Head of digital tools',
  },
  {
    email: 'gwenaelle.riou@lumen.example',
    name: 'Gwenaëlle Riou',
    roles: ['colleague'],
    departments: ['product'],
    locale: 'fr',
    titleFr: 'Conductrice de tramway',
    titleEn: 'Tram driver',
  },
];
