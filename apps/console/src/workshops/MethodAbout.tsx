import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import type { OwnMethod } from '#contract/workshops';
import type { Locale } from '#platform/contract';
import { Section } from '../inbox/Section.js';
import { WordsField } from './WordsField.js';
import { WordsList } from './WordsList.js';

export interface MethodPartProps {
  method: OwnMethod;
  /** In which it is being written. */
  language: Locale;
  /** By the path of the field. */
  errors: Readonly<Record<string, string>>;
  onChange: (part: Partial<OwnMethod>) => void;
}

const ONE = { display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' } as const;
const NOTHING = { fr: '', en: '' };

/** What a method is called, what it gives, and when to leave it alone. */
export function MethodAbout({ method, language, errors, onChange }: MethodPartProps) {
  const { t } = useTranslation();
  return (
    <Section heading="h2" title={t('workshops.method.about')}>
      <Box sx={ONE}>
        <WordsField
          required
          label={t('workshops.method.name')}
          words={method.name}
          language={language}
          most={80}
          error={errors['method.name']}
          onChange={(name) => onChange({ name })}
        />
        <WordsField
          multiline
          label={t('workshops.method.summary')}
          words={method.summary}
          language={language}
          most={500}
          onChange={(summary) => onChange({ summary })}
        />
        <WordsField
          multiline
          label={t('workshops.advice.harvest')}
          words={method.harvest}
          language={language}
          most={300}
          onChange={(harvest) => onChange({ harvest })}
        />
        <WordsList
          title={t('workshops.advice.whenNot')}
          items={method.whenNot}
          most={12}
          empty={NOTHING}
          fields={(words, index, put) => (
            <WordsField
              multiline
              label={t('workshops.method.line', { number: index + 1 })}
              words={words}
              language={language}
              most={300}
              onChange={put}
            />
          )}
          onChange={(whenNot) => onChange({ whenNot })}
        />
      </Box>
    </Section>
  );
}
