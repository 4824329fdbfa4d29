import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { PLACES } from '#contract/workshops';
import { Section } from '../inbox/Section.js';
import type { MethodPartProps } from './MethodAbout.js';
import { NumberField } from './NumberField.js';
import { WordsField } from './WordsField.js';
import { WordsList } from './WordsList.js';

const ONE = { display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' } as const;
const NOTHING = { fr: '', en: '' };

/** Rules, roles, the place, dots and sources. */
export function MethodRest({ method, language, errors, onChange }: MethodPartProps) {
  const { t } = useTranslation();
  return (
    <Section heading="h2" title={t('workshops.plan.rest')}>
      <Box sx={ONE}>
        <WordsList
          title={t('workshops.rules')}
          items={method.rules}
          most={12}
          empty={NOTHING}
          fields={(words, index, put) => (
            <WordsField
              label={t('workshops.method.line', { number: index + 1 })}
              words={words}
              language={language}
              most={200}
              onChange={put}
            />
          )}
          onChange={(rules) => onChange({ rules })}
        />
        <WordsList
          title={t('workshops.roles')}
          items={method.roles}
          most={12}
          empty={{ name: NOTHING, text: NOTHING }}
          fields={(role, index, put) => (
            <>
              <WordsField
                label={t('workshops.plan.role', { number: index + 1 })}
                words={role.name}
                language={language}
                most={80}
                onChange={(name) => put({ ...role, name })}
              />
              <WordsField
                multiline
                label={t('workshops.plan.roleText', { number: index + 1 })}
                words={role.text}
                language={language}
                most={1000}
                onChange={(text) => put({ ...role, text })}
              />
            </>
          )}
          onChange={(roles) => onChange({ roles })}
        />
        <Typography variant="overline" component="h3">
          {t('workshops.roomPlan')}
        </Typography>
        {PLACES.map((place) => (
          <WordsField
            key={place}
            multiline
            label={t(`workshops.place.${place}`)}
            words={method.roomPlan[place]}
            language={language}
            most={1000}
            onChange={(words) => onChange({ roomPlan: { ...method.roomPlan, [place]: words } })}
          />
        ))}
        <Box
          sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', maxWidth: 420 }}
        >
          <NumberField
            label={t('workshops.plan.dots')}
            value={method.dots}
            least={0}
            most={50}
            onChange={(dots) => onChange({ dots })}
          />
          <NumberField
            label={t('workshops.plan.dotsPerItem')}
            value={method.dotsPerItem}
            least={1}
            most={50}
            onChange={(dotsPerItem) => onChange({ dotsPerItem })}
          />
        </Box>
        <WordsList
          title={t('workshops.method.sources')}
          items={method.sources}
          most={10}
          empty={{ text: '', url: null }}
          fields={(source, index, put) => (
            <>
              <TextField
                fullWidth
                label={t('workshops.method.source', { number: index + 1 })}
                value={source.text}
                onChange={({ target }) => put({ ...source, text: target.value })}
                slotProps={{ htmlInput: { maxLength: 300 } }}
              />
              <TextField
                fullWidth
                type="url"
                label={t('workshops.method.sourceUrl', { number: index + 1 })}
                value={source.url ?? ''}
                error={errors[`method.sources.${index}.url`] !== undefined}
                helperText={errors[`method.sources.${index}.url`]}
                onChange={({ target }) =>
                  put({ ...source, url: target.value.trim() === '' ? null : target.value.trim() })
                }
                slotProps={{ htmlInput: { maxLength: 500 } }}
              />
            </>
          )}
          onChange={(sources) => onChange({ sources })}
        />
      </Box>
    </Section>
  );
}
