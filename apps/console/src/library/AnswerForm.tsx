import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import type { VersionContent } from '#contract/answers';
import { listNetworks } from '#contract/networks';
import { LOCALES } from '#platform/contract';
import { NETWORKS_WITH_RULE } from '#rules/answers';
import { useEndpoint } from '../api/use-endpoint.js';
import { Section } from '../inbox/Section.js';
import { nextPlaceholder, nextVariant } from './answer-draft.js';
import { KeyMessageFields } from './KeyMessageFields.js';
import { LinesField } from './LinesField.js';
import { PlaceholderFields } from './PlaceholderFields.js';
import { UseFields } from './UseFields.js';
import { VariantFields } from './VariantFields.js';

export interface AnswerFormProps {
  content: VersionContent;
  onChange: (content: VersionContent) => void;
  /** Words for the fields at fault, by path. */
  errors: Readonly<Record<string, string>>;
}

/** Everything that an author writes of a version. */
export function AnswerForm({ content, onChange, errors }: AnswerFormProps) {
  const { t } = useTranslation();
  const networks = useEndpoint(listNetworks, {}, { staleTime: 300_000 }).data?.items ?? [];
  const answerable = networks.filter(({ reply }) => reply).map(({ network }) => network);
  // Texts are written before a network is connected.
  const writable = [...new Set([...answerable, ...NETWORKS_WITH_RULE])];
  const change = (part: Partial<VersionContent>) => onChange({ ...content, ...part });
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Section heading="h2" title={t('answers.sectionQuestion')}>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
          {LOCALES.map((language) => (
            <TextField
              key={language}
              label={t(`answers.questionIn.${language}`)}
              value={content.question[language]}
              onChange={({ target }) =>
                change({ question: { ...content.question, [language]: target.value } })
              }
              error={Boolean(errors[`question.${language}`])}
              helperText={errors[`question.${language}`]}
              slotProps={{ htmlInput: { lang: language, maxLength: 300 } }}
            />
          ))}
          {LOCALES.map((language) => (
            <LinesField
              key={language}
              label={t(`answers.wordingsIn.${language}`)}
              hint={t('answers.onePerLine')}
              language={language}
              lines={content.wordings[language]}
              onChange={(lines) => change({ wordings: { ...content.wordings, [language]: lines } })}
            />
          ))}
        </Box>
      </Section>
      <Section heading="h2" title={t('answers.sectionTexts')}>
        <Box sx={{ display: 'grid', gap: 2 }}>
          {content.variants.map((variant, index) => (
            <VariantFields
              key={index}
              variant={variant}
              networks={writable}
              placeholders={content.placeholders}
              error={errors[`variants.${index}.body`] ?? errors[`variants.${index}`]}
              onChange={(next) =>
                change({ variants: content.variants.map((one, place) => (place === index ? next : one)) })
              }
              onRemove={
                content.variants.length > 1
                  ? () => change({ variants: content.variants.filter((_, place) => place !== index) })
                  : undefined
              }
            />
          ))}
          <Button
            startIcon={<AddIcon />}
            sx={{ justifySelf: 'start' }}
            onClick={() =>
              change({ variants: [...content.variants, nextVariant(content.variants, answerable)] })
            }
          >
            {t('answers.addText')}
          </Button>
        </Box>
      </Section>
      <Section heading="h2" title={t('answers.placeholders')}>
        <Box sx={{ display: 'grid', gap: 2 }}>
          {content.placeholders.map((placeholder, index) => (
            <PlaceholderFields
              key={index}
              placeholder={placeholder}
              errors={Object.fromEntries(
                Object.entries(errors).flatMap(([field, words]) =>
                  field.startsWith(`placeholders.${index}.`)
                    ? [[field.slice(`placeholders.${index}.`.length), words]]
                    : [],
                ),
              )}
              onChange={(next) =>
                change({
                  placeholders: content.placeholders.map((one, place) => (place === index ? next : one)),
                })
              }
              onRemove={() =>
                change({ placeholders: content.placeholders.filter((_, place) => place !== index) })
              }
            />
          ))}
          <Button
            startIcon={<AddIcon />}
            sx={{ justifySelf: 'start' }}
            onClick={() =>
              change({ placeholders: [...content.placeholders, nextPlaceholder(content.placeholders)] })
            }
          >
            {t('answers.addPlaceholder')}
          </Button>
        </Box>
      </Section>
      <Section heading="h2" title={t('answers.sectionApproval')}>
        <UseFields content={content} onChange={onChange} errors={errors} />
      </Section>
      <Section heading="h2" title={t('answers.sectionGuidance')}>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
          <TextField
            multiline
            minRows={3}
            label={t('answers.doNotSay')}
            value={content.doNotSay}
            onChange={({ target }) => change({ doNotSay: target.value })}
            error={Boolean(errors['doNotSay'])}
            helperText={errors['doNotSay']}
            slotProps={{ htmlInput: { maxLength: 2000 } }}
          />
          <LinesField
            label={t('answers.proofPoints')}
            lines={content.proofPoints}
            onChange={(proofPoints) => change({ proofPoints })}
          />
          <Box sx={{ gridColumn: '1 / -1' }}>
            <KeyMessageFields
              messages={content.keyMessages}
              topicId={content.topicId}
              errors={errors}
              onChange={(keyMessages) => change({ keyMessages })}
            />
          </Box>
        </Box>
      </Section>
    </Box>
  );
}
