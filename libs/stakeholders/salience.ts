/**
 * The classes of stakeholders by power, legitimacy and urgency: R. K. Mitchell, B. R. Agle and D. J. Wood, "Toward a
 * Theory of Stakeholder Identification and Salience", Academy of Management Review 22 (4), 1997, 853-886.
 */
export const SALIENCE_CLASSES = [
  'definitive',
  'dangerous',
  'dependent',
  'dominant',
  'demanding',
  'dormant',
  'discretionary',
  'none',
] as const;
export type SalienceClass = (typeof SALIENCE_CLASSES)[number];

export interface SalienceAttributes {
  power: boolean;
  legitimacy: boolean;
  urgency: boolean;
}

/** Which of the seven classes; `none` of somebody who has no attribute: no stakeholder in the sense of the authors. */
export function salienceClass({ power, legitimacy, urgency }: SalienceAttributes): SalienceClass {
  if (power) {
    if (legitimacy) return urgency ? 'definitive' : 'dominant';
    return urgency ? 'dangerous' : 'dormant';
  }
  if (legitimacy) return urgency ? 'dependent' : 'discretionary';
  return urgency ? 'demanding' : 'none';
}

/** How many of the three attributes a class has: what salience rises with. */
export const ATTRIBUTES_OF_CLASS: Readonly<Record<SalienceClass, 0 | 1 | 2 | 3>> = {
  definitive: 3,
  dangerous: 2,
  dependent: 2,
  dominant: 2,
  demanding: 1,
  dormant: 1,
  discretionary: 1,
  none: 0,
};

/** 0-1, as the level of a topic weighs it: a third for each attribute. */
export function salienceShare(salience: SalienceClass): number {
  return ATTRIBUTES_OF_CLASS[salience] / 3;
}
