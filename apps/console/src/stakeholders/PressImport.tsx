import UploadIcon from '@mui/icons-material/UploadFile';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip, { type ChipProps } from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  applyPressImport,
  LARGEST_PRESS_FILE,
  planPressImport,
  PRESS_OUTCOMES,
  type PressOutcome,
  type PressPlan,
} from '#contract/stakeholders';
import { PRESS_COLUMNS } from '#rules/stakeholders';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { useRealm } from '../shell/realm.js';
import { TOUCHED } from './touched.js';

/** A list of press that somebody checked, with a dry run first. */
export function PressImport() {
  const { t } = useTranslation();
  const format = useFormat();
  const { realm } = useRealm();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [plan, setPlan] = useState<PressPlan | null>(null);
  const check = useChange(planPressImport, { onDone: setPlan });
  const apply = useChange(applyPressImport, { touches: TOUCHED, onDone: setPlan });
  const form = () => {
    const data = new FormData();
    if (file) data.append('file', file);
    return data;
  };
  const choose = (chosen: File | null) => {
    setFile(chosen);
    setPlan(null);
    check.reset();
    apply.reset();
  };
  const changing = plan === null ? 0 : plan.counts.new + plan.counts.changed;
  return (
    <Section heading="h2" title={t('stakeholders.rules.press')}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Typography variant="body2">
          {t('stakeholders.rules.pressText', {
            size: format.bytes(LARGEST_PRESS_FILE),
            columns: PRESS_COLUMNS.join(', '),
          })}
        </Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
          <Button variant="outlined" startIcon={<UploadIcon />} onClick={() => input.current?.click()}>
            {t('stakeholders.rules.choose')}
          </Button>
          <input
            ref={input}
            type="file"
            accept=".csv,.tsv,.txt"
            aria-label={t('stakeholders.rules.choose')}
            hidden
            onChange={({ target }) => choose(target.files?.[0] ?? null)}
          />
          <Typography variant="body2" role="status" sx={{ overflowWrap: 'anywhere' }}>
            {file?.name ?? t('stakeholders.rules.noFile')}
          </Typography>
        </Box>
        {plan?.applied ? (
          <Alert severity="success" role="status">
            {t('stakeholders.rules.applied', { count: changing })}
          </Alert>
        ) : null}
        {plan ? <Plan plan={plan} /> : null}
        <ProblemAlert error={check.error ?? apply.error} />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: 1 }}>
          <Button
            variant={plan ? 'text' : 'contained'}
            disabled={!file}
            loading={check.isPending}
            onClick={() => {
              apply.reset();
              check.mutate({ query: { realm }, form: form() });
            }}
          >
            {t('stakeholders.rules.checkFile')}
          </Button>
          {plan && !plan.applied && changing > 0 ? (
            <Button
              variant="contained"
              loading={apply.isPending}
              onClick={() => apply.mutate({ query: { realm, planHash: plan.planHash }, form: form() })}
            >
              {t('stakeholders.rules.apply', { count: changing })}
            </Button>
          ) : null}
        </Box>
      </Box>
    </Section>
  );
}

const COLOUR: Record<PressOutcome, ChipProps['color']> = {
  new: 'success',
  changed: 'primary',
  same: 'default',
  refused: 'error',
};

function Plan({ plan }: { plan: PressPlan }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }} role="status">
        {PRESS_OUTCOMES.map((outcome) => (
          <Chip
            key={outcome}
            variant="outlined"
            color={COLOUR[outcome]}
            label={`${t(`stakeholders.rules.outcome.${outcome}`)} · ${format.number(plan.counts[outcome])}`}
          />
        ))}
      </Box>
      <Typography variant="body2">{t('stakeholders.rules.known', { count: plan.accounts })}</Typography>
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {plan.entries
          .filter(({ outcome }) => outcome !== 'same')
          .map((entry) => (
            <Box
              component="li"
              key={entry.line}
              sx={{
                ...{ borderTop: 1, borderColor: 'divider', py: 1 },
                ...{ typography: 'body2', overflowWrap: 'anywhere' },
              }}
            >
              <Typography variant="body2" sx={{ fontWeight: 600 }}>
                {t('stakeholders.rules.line', { line: entry.line })} ·{' '}
                {t(`stakeholders.rules.outcome.${entry.outcome}`)} · {entry.name}
              </Typography>
              {entry.errors.map(({ column, detail }) => (
                <Box key={`${column} ${detail}`} sx={{ color: 'error.main' }}>
                  {column}: {detail}
                </Box>
              ))}
              {entry.outcome === 'refused' ? null : <div>{entry.terms.join(', ')}</div>}
            </Box>
          ))}
      </Box>
    </>
  );
}
