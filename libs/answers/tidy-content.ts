import type { VersionContent } from './contract.js';

/** Content as it is stored: line ends of one kind, each department once, moments in UTC. */
export function tidyContent(content: VersionContent): VersionContent {
  const instant = (moment: string | null) => (moment === null ? null : new Date(moment).toISOString());
  return {
    ...content,
    departmentIds: [...new Set(content.departmentIds)],
    doNotSay: lines(content.doNotSay),
    variants: content.variants.map((variant) => ({ ...variant, body: lines(variant.body) })),
    validFrom: instant(content.validFrom),
    validUntil: instant(content.validUntil),
    reviewOn: instant(content.reviewOn),
  };
}

function lines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
