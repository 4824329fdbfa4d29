import AddIcon from '@mui/icons-material/Add';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnMethod, Phase } from '#contract/workshops';
import { LOCALES } from '#platform/contract';
import { minutesOf } from '#rules/workshops';
import { useFieldErrors } from '../i18n/problem-text.js';
import { languageName } from '../i18n/languages.js';
import { Section } from '../inbox/Section.js';
import { UnsavedGuard } from '../library/UnsavedGuard.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { FitFields } from './FitFields.js';
import { gapsOf, newMethodPhase, tidiedMethod } from './method-draft.js';
import { MethodAbout } from './MethodAbout.js';
import { MethodRest } from './MethodRest.js';
import { PhaseFields } from './PhaseFields.js';
import { movedPhase } from './plan-draft.js';

interface MethodFormProps {
  start: OwnMethod;
  busy: boolean;
  error: unknown;
  /** Set before the page is left on purpose. */
  leaving: RefObject<boolean>;
  onSave: (method: OwnMethod) => void;
  onCancel: () => void;
}

const ONE = { display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' } as const;

/** Writes a method, in one language at a time; what is empty in one is shown in the other. */
export function MethodForm({ start, busy, error, leaving, onSave, onCancel }: MethodFormProps) {
  const { t, i18n } = useTranslation();
  const [method, setMethod] = useState(start);
  const [language, setLanguage] = useState(() => LOCALES.find((one) => one === i18n.language) ?? 'fr');
  const errors = useFieldErrors(error);
  const change = (part: Partial<OwnMethod>) => setMethod((now) => ({ ...now, ...part }));
  const gaps = gapsOf(method);
  const { phases } = method;
  const setPhase = (index: number, next: Phase) =>
    change({
      phases: phases.map((phase, place) =>
        place === index
          ? {
              ...next,
              title: { ...phase.title, [language]: next.title },
              text: { ...phase.text, [language]: next.text },
            }
          : phase,
      ),
    });
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave(tidiedMethod(method));
      }}
      sx={ONE}
    >
      <UnsavedGuard unsaved={JSON.stringify(method) !== JSON.stringify(start)} leaving={leaving} />
      <Box>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={language}
          aria-label={t('workshops.method.language')}
          onChange={(_, chosen: (typeof LOCALES)[number] | null) => chosen && setLanguage(chosen)}
        >
          {LOCALES.map((one) => (
            <ToggleButton key={one} value={one} lang={one}>
              {languageName(one)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
          {t('workshops.method.languageHint')}
        </Typography>
      </Box>
      {gaps.map((one) => (
        <Alert key={one} severity="info">
          {t('workshops.method.gap', { language: languageName(one) })}
        </Alert>
      ))}
      <MethodAbout method={method} language={language} errors={errors} onChange={change} />
      <Section heading="h2" title={t('workshops.method.fit')}>
        <FitFields fit={method.fit} errors={errors} onChange={(fit) => change({ fit })} />
      </Section>
      <Section heading="h2" title={t('workshops.phases')}>
        <Box sx={ONE}>
          {phases.map((phase, index) => (
            <PhaseFields
              key={phase.key}
              phase={{ ...phase, title: phase.title[language], text: phase.text[language] }}
              number={index + 1}
              begun={false}
              first={index === 0}
              last={index === phases.length - 1}
              onChange={(next) => setPhase(index, next)}
              onMove={(step) => change({ phases: movedPhase(phases, index, step) })}
              onRemove={() => change({ phases: phases.filter(({ key }) => key !== phase.key) })}
            />
          ))}
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
            <Button
              startIcon={<AddIcon />}
              disabled={phases.length >= 30}
              onClick={() => change({ phases: [...phases, newMethodPhase(phases)] })}
            >
              {t('workshops.plan.addPhase')}
            </Button>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t('workshops.total', { count: minutesOf(phases) })}
            </Typography>
          </Box>
        </Box>
      </Section>
      <MethodRest method={method} language={language} errors={errors} onChange={change} />
      <ProblemAlert error={error} />
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1 }}>
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
        <Button type="submit" variant="contained" loading={busy}>
          {t('workshops.save')}
        </Button>
      </Box>
    </Box>
  );
}
