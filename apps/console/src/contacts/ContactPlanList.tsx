import Box from '@mui/material/Box';
import Chip, { type ChipProps } from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { CONTACT_OUTCOMES, type ContactOutcome, type ContactPlan } from '#contract/contacts';
import { useFormat } from '../i18n/format.js';

const COLOUR: Record<ContactOutcome, ChipProps['color']> = {
  new: 'success',
  changed: 'primary',
  same: 'default',
  refused: 'error',
};

/** What a file would do or has done: the counts, and each line that does something or is refused. */
export function ContactPlanList({ plan }: { plan: ContactPlan }) {
  const { t } = useTranslation();
  const format = useFormat();
  const listed = plan.counts.new + plan.counts.changed + plan.counts.refused;
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }} role="status">
        {CONTACT_OUTCOMES.map((outcome) => (
          <Chip
            key={outcome}
            variant="outlined"
            color={COLOUR[outcome]}
            label={`${t(`contacts.outcome.${outcome}`)} · ${format.number(plan.counts[outcome])}`}
          />
        ))}
      </Box>
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {plan.entries.map((entry) => (
          <Box
            component="li"
            key={entry.line}
            sx={{
              borderTop: 1,
              borderColor: 'divider',
              py: 1,
              typography: 'body2',
              overflowWrap: 'anywhere',
            }}
          >
            <Typography variant="body2" sx={{ fontWeight: 600 }}>
              {t('contacts.line', { line: entry.line })} · {t(`contacts.outcome.${entry.outcome}`)} ·{' '}
              {entry.name}
            </Typography>
            {entry.errors.map(({ column, code, detail }) => (
              <Box key={`${column} ${code} ${detail}`} sx={{ color: 'error.main' }}>
                {column}: {detail}
              </Box>
            ))}
            {entry.changes.map(({ column, from, to }) => (
              <div key={`${column} ${to}`}>
                {column}: {from ? <del>{from}</del> : null} <ins>{to}</ins>
              </div>
            ))}
          </Box>
        ))}
      </Box>
      {listed > plan.entries.length ? (
        <Typography variant="caption">
          {t('contacts.shownOf', { shown: plan.entries.length, all: format.number(listed) })}
        </Typography>
      ) : null}
    </>
  );
}
