import type { FieldError } from '#platform/contract';
import type { Placeholder, VersionContent } from './contract.js';
import { lengthRule, measureLength } from './length.js';
import { checkValue, isDomain } from './placeholder-value.js';
import { hasStrayBraces, placeholdersIn, shortestText } from './render.js';
import { hasUnsafeCharacters } from './unsafe-characters.js';

/** What must be right before anyone is asked to approve. Each error names the field of the content. */
export function checkContent(content: VersionContent): FieldError[] {
  return [
    ...checkDraft(content),
    ...checkVariants(content),
    ...checkQuestions(content),
    ...checkUse(content),
    ...content.placeholders.flatMap(checkDeclaration),
  ];
}

/** What must be right even in a draft, which may otherwise be incomplete. */
export function checkDraft(content: VersionContent): FieldError[] {
  return [...checkCharacters(content), ...checkDuplicates(content), ...checkOrder(content)];
}

function checkCharacters(content: VersionContent): FieldError[] {
  const texts: [string, string][] = [
    ['question.fr', content.question.fr],
    ['question.en', content.question.en],
    ...content.wordings.fr.map((text, index): [string, string] => [`wordings.fr.${index}`, text]),
    ...content.wordings.en.map((text, index): [string, string] => [`wordings.en.${index}`, text]),
    ['doNotSay', content.doNotSay],
    ...content.proofPoints.map((text, index): [string, string] => [`proofPoints.${index}`, text]),
    ...content.keyMessages.map(({ text }, index): [string, string] => [`keyMessages.${index}.text`, text]),
    ...content.variants.map(({ body }, index): [string, string] => [`variants.${index}.body`, body]),
    ...content.placeholders.flatMap(
      ({ label, default: fallback, allowedDomains }, index): [string, string][] => [
        [`placeholders.${index}.label.fr`, label.fr],
        [`placeholders.${index}.label.en`, label.en],
        [`placeholders.${index}.default`, fallback ?? ''],
        [`placeholders.${index}.allowedDomains`, (allowedDomains ?? []).join(' ')],
      ],
    ),
  ];
  return texts
    .filter(([, text]) => hasUnsafeCharacters(text))
    .map(([field]) => ({
      field,
      code: 'characters-not-allowed',
      detail: 'contains a control character or one that turns the direction of the text',
    }));
}

function checkDuplicates(content: VersionContent): FieldError[] {
  const errors: FieldError[] = [];
  const variants = new Set<string>();
  content.variants.forEach(({ language, network }, index) => {
    const key = `${language} ${network ?? ''}`;
    if (variants.has(key)) {
      errors.push({
        field: `variants.${index}`,
        code: 'variant-duplicate',
        detail: `there is already a variant in ${language} for ${network ?? 'every network'}`,
        params: { language, network },
      });
    }
    variants.add(key);
  });
  const names = new Set<string>();
  content.placeholders.forEach(({ name }, index) => {
    if (names.has(name)) {
      errors.push({
        field: `placeholders.${index}.name`,
        code: 'placeholder-invalid',
        detail: `${name} is declared twice`,
        params: { name },
      });
    }
    names.add(name);
  });
  const messages = new Set<string>();
  content.keyMessages.forEach(({ id }, index) => {
    if (messages.has(id)) {
      errors.push({
        field: `keyMessages.${index}.id`,
        code: 'key-message-duplicate',
        detail: `there is already a key message ${id}`,
        params: { id },
      });
    }
    messages.add(id);
  });
  return errors;
}

function checkOrder({ levelMin, levelMax, validFrom, validUntil }: VersionContent): FieldError[] {
  const errors: FieldError[] = [];
  if (levelMin > levelMax) {
    errors.push({
      field: 'levelMax',
      code: 'levels-reversed',
      detail: 'is lower than the lowest level',
      params: { levelMin, levelMax },
    });
  }
  if (validFrom !== null && validUntil !== null && Date.parse(validFrom) >= Date.parse(validUntil)) {
    errors.push({ field: 'validUntil', code: 'validity-reversed', detail: 'is not after the beginning' });
  }
  return errors;
}

function checkVariants({ variants, placeholders }: VersionContent): FieldError[] {
  if (variants.length === 0) {
    return [{ field: 'variants', code: 'variant-missing', detail: 'at least one text is needed' }];
  }
  return variants.flatMap(({ body, network, language }, index) => {
    const field = `variants.${index}.body`;
    const shortest = shortestText(body, placeholders, language);
    if (shortest === '') {
      return [
        { field, code: 'variant-missing', detail: 'nothing is left when optional placeholders stay empty' },
      ];
    }
    const measured = measureLength(network, shortest);
    if (measured.fits) return [];
    const { length, limit } = measured;
    const where = network ?? 'any network';
    return [
      {
        field,
        code: 'variant-too-long',
        detail: `has at least ${length} of ${limit} allowed on ${where}`,
        params: { length, limit: lengthRule(network).limit, network },
      },
    ];
  });
}

function checkQuestions({ question, variants }: VersionContent): FieldError[] {
  const languages = [...new Set(variants.map(({ language }) => language))];
  return languages
    .filter((language) => question[language].trim() === '')
    .map((language) => ({
      field: `question.${language}`,
      code: 'question-missing',
      detail: 'is needed because there is a text in this language',
      params: { language },
    }));
}

function checkUse({ variants, placeholders }: VersionContent): FieldError[] {
  const declared = new Set(placeholders.map(({ name }) => name));
  const used = new Set(variants.flatMap(({ body }) => placeholdersIn(body)));
  const undeclared = variants.flatMap(({ body }, index) => {
    const field = `variants.${index}.body`;
    const errors: FieldError[] = placeholdersIn(body)
      .filter((name) => !declared.has(name))
      .map((name) => ({
        field,
        code: 'placeholder-undeclared',
        detail: `{{${name}}} is not declared`,
        params: { name },
      }));
    if (hasStrayBraces(body)) {
      errors.push({
        field,
        code: 'placeholder-undeclared',
        detail: 'double braces are not closed',
        params: { name: '' },
      });
    }
    return errors;
  });
  const unused = placeholders.flatMap(({ name }, index): FieldError[] =>
    used.has(name)
      ? []
      : [
          {
            field: `placeholders.${index}.name`,
            code: 'placeholder-unused',
            detail: `{{${name}}} stands in no text`,
            params: { name },
          },
        ],
  );
  return [...undeclared, ...unused];
}

function checkDeclaration(placeholder: Placeholder, index: number): FieldError[] {
  const errors: FieldError[] = [];
  const wrong = (part: string, detail: string) =>
    errors.push({
      field: `placeholders.${index}.${part}`,
      code: 'placeholder-invalid',
      detail,
      params: { name: placeholder.name },
    });
  if (placeholder.type === 'link') {
    const domains = placeholder.allowedDomains ?? [];
    if (domains.length === 0) wrong('allowedDomains', 'a link needs at least one allowed domain');
    const bad = domains.find((domain) => !isDomain(domain));
    if (bad !== undefined) wrong('allowedDomains', `“${bad}” is not a domain such as example.org`);
  }
  if (placeholder.default) {
    const checked = checkValue(placeholder, placeholder.default, 'en');
    if ('problem' in checked) wrong('default', checked.problem);
  }
  return errors;
}
