/**
 * Keys of the departments that usually know the answer, by harm category. Only a beginning: a person decides, and a
 * workspace without such keys gets no proposal.
 */
const BY_HARM: Readonly<Record<string, readonly string[]>> = {
  injury_or_death: ['legal', 'security'],
  safety_health: ['security', 'product'],
  data_breach_fraud: ['security', 'legal'],
  discrimination_harassment: ['hr', 'legal'],
  legal_authorities: ['legal'],
  environment: ['pr', 'product'],
  corruption_labour: ['legal', 'hr'],
  product_failure: ['product'],
  service_failure: ['care'],
  price: ['care'],
};

/** The departments to begin with when an answer is asked for; customer care where no harm is named. */
export function proposeDepartments<T extends { key: string }>(harm: string, departments: readonly T[]): T[] {
  const keys = BY_HARM[harm] ?? ['care'];
  return departments.filter(({ key }) => keys.includes(key));
}
