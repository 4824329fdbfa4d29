import type { DemoPlaceholder } from './demo-answer.js';

/** The placeholders that several answers share. */
export const FIRST_NAME: DemoPlaceholder = {
  name: 'first_name',
  type: 'first_name',
  labelFr: 'Prénom de la personne',
  labelEn: 'First name of the person',
  required: true,
};

/** Where a person continues in private; details of a case never belong in public. */
export const CASE_LINK: DemoPlaceholder = {
  name: 'case_link',
  type: 'link',
  labelFr: 'Lien du formulaire privé',
  labelEn: 'Link to the private form',
  required: true,
  allowedDomains: ['lumen.example'],
  default: 'https://lumen.example/contact',
};

export const CASE_REFERENCE: DemoPlaceholder = {
  name: 'case_reference',
  type: 'reference',
  labelFr: 'Numéro de dossier',
  labelEn: 'Case number',
  required: true,
};

export const AGENCY_PHONE: DemoPlaceholder = {
  name: 'agency_phone',
  type: 'phone',
  labelFr: 'Téléphone de l’agence',
  labelEn: 'Phone of the local agency',
  required: true,
};

/** A fact that ages is published with the day on which it was true. */
export const AS_OF: DemoPlaceholder = {
  name: 'as_of',
  type: 'date',
  labelFr: 'Date des faits vérifiés',
  labelEn: 'Date of the verified facts',
  required: true,
};
