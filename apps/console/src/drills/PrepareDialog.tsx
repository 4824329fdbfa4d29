import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { listScenarios, prepareDrill } from '#contract/drills';
import { LOCALES } from '#platform/contract';
import { SPEEDS } from '#rules/drills';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { localised, useLocalised } from '../i18n/localised.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { Choice } from '../workshops/BriefFields.js';
import { TOUCHED } from './touched.js';

/** Which scenario, in which language, how fast. */
export function PrepareDialog({ scenarioKey, onClose }: { scenarioKey: string | null; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const say = useLocalised();
  const format = useFormat();
  const navigate = useNavigate();
  const scenarios = useEndpoint(listScenarios, {}).data?.items ?? [];
  const [chosen, setChosen] = useState(scenarioKey);
  const [typed, setTyped] = useState<string | null>(null);
  const [language, setLanguage] = useState<'fr' | 'en'>(i18n.language === 'fr' ? 'fr' : 'en');
  const [speed, setSpeed] = useState('10');
  const scenario = scenarios.find(({ key }) => key === chosen) ?? scenarios[0];
  const title = typed ?? (scenario ? localised(scenario.scenario.name, i18n.language) : '');
  const prepare = useChange(prepareDrill, {
    touches: TOUCHED,
    onDone: ({ id }) => void navigate(`/drills/${id}`),
  });
  return (
    <ConfirmDialog
      open
      title={t('drills.prepare')}
      confirm={t('drills.prepare')}
      colour="primary"
      busy={prepare.isPending}
      disabled={!scenario || title.trim() === ''}
      error={prepare.error}
      onConfirm={() => {
        if (scenario)
          prepare.mutate({ body: { title, scenarioKey: scenario.key, language, speed: Number(speed) } });
      }}
      onClose={onClose}
    >
      <Box sx={{ display: 'grid', gap: 2, pt: 1, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {scenario ? (
          <Choice
            label={t('drills.field.scenario')}
            value={scenario.key}
            options={scenarios.map((one) => [one.key, say(one.scenario.name)] as const)}
            onChange={setChosen}
          />
        ) : null}
        <TextField
          required
          label={t('drills.field.title')}
          value={title}
          onChange={({ target }) => setTyped(target.value)}
          slotProps={{ htmlInput: { maxLength: 120 } }}
        />
        <Choice
          label={t('drills.field.language')}
          value={language}
          options={LOCALES.map((one) => [one, format.languageName(one)] as const)}
          onChange={setLanguage}
        />
        <Choice
          label={t('drills.field.speed')}
          value={speed}
          options={SPEEDS.map(
            (one) => [String(one), t('drills.speed', { speed: format.number(one) })] as const,
          )}
          onChange={setSpeed}
        />
      </Box>
    </ConfirmDialog>
  );
}
