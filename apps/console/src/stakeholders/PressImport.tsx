import Box from '@mui/material/Box';
import Chip, { type ChipProps } from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
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
import { DryRunImport } from '../shared/DryRunImport.js';
import { useRealm } from '../shell/realm.js';
import { TOUCHED } from './touched.js';

/** A list of press that somebody checked, with a dry run first. */
export function PressImport() {
  const { t } = useTranslation();
  const format = useFormat();
  const { realm } = useRealm();
  const [plan, setPlan] = useState<PressPlan | null>(null);
  const check = useChange(planPressImport, { onDone: setPlan });
  const apply = useChange(applyPressImport, { touches: TOUCHED, onDone: setPlan });
  return (
    <DryRunImport
      title={t('stakeholders.rules.press')}
      text={t('stakeholders.rules.pressText', {
        size: format.bytes(LARGEST_PRESS_FILE),
        columns: PRESS_COLUMNS.join(', '),
      })}
      words={{
        choose: t('stakeholders.rules.choose'),
        noFile: t('stakeholders.rules.noFile'),
        check: t('stakeholders.rules.checkFile'),
        apply: (count) => t('stakeholders.rules.apply', { count }),
        applied: (count) => t('stakeholders.rules.applied', { count }),
      }}
      plan={plan}
      check={check}
      apply={apply}
      onChoose={() => setPlan(null)}
      onCheck={(form) => check.mutate({ query: { realm }, form })}
      onApply={({ planHash }, form) => apply.mutate({ query: { realm, planHash }, form })}
    >
      {plan ? <Plan plan={plan} /> : null}
    </DryRunImport>
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
                  {column}
                  {t('common.colon')}
                  {detail}
                </Box>
              ))}
              {entry.outcome === 'refused' ? null : <div>{entry.terms.join(', ')}</div>}
            </Box>
          ))}
      </Box>
    </>
  );
}
