/** Who a stakeholder is to the organisation; classification knows these words too. */
export const STAKEHOLDER_CATEGORIES = [
  'customers',
  'employees',
  'unions',
  'management',
  'shareholders',
  'press',
  'influencers',
  'authorities',
  'elected_officials',
  'ngos',
  'residents',
  'suppliers',
  'competitors',
  'experts',
  'general_public',
] as const;
export type StakeholderCategory = (typeof STAKEHOLDER_CATEGORIES)[number];

export const STAKEHOLDER_KINDS = ['group', 'person'] as const;
export type StakeholderKind = (typeof STAKEHOLDER_KINDS)[number];

/** How an author came to speak for a stakeholder. */
export const ATTACHED_HOW = ['hand', 'rule', 'proposal'] as const;
export type AttachedHow = (typeof ATTACHED_HOW)[number];

/** How a stakeholder was told something. */
export const TOLD_HOW = ['call', 'message', 'mail', 'meeting', 'publication', 'other'] as const;
export type ToldHow = (typeof TOLD_HOW)[number];
