import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  applyLibraryImport,
  type LibraryImport,
  listAnswers,
  listWaiting,
  PLAN_OUTCOMES,
  type PlanOutcome,
  readAnswer,
  readLibraryImport,
} from '#contract/answers';
import { call } from '../api/client.js';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { EmptyState } from '../shared/EmptyState.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { PlanEntryRow } from './PlanEntryRow.js';

interface ImportPlanProps {
  plan: LibraryImport;
  /** The plan compared afresh, or carried out. */
  onPlan: (plan: LibraryImport) => void;
  onAnother: () => void;
}

const PER_PAGE = 50;

/** What a file would change, entry by entry, and the button that does exactly this. */
export function ImportPlan({ plan, onPlan, onAnother }: ImportPlanProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [only, setOnly] = useState<PlanOutcome | null>(null);
  const [shown, setShown] = useState(PER_PAGE);
  const [readingError, setReadingError] = useState<unknown>(null);
  const apply = useChange(applyLibraryImport, {
    touches: [listAnswers, listWaiting, readAnswer],
    onDone: onPlan,
  });
  const entries = plan.entries.filter(({ outcome }) => only === null || outcome === only);
  const changing = plan.counts.new + plan.counts.changed;
  const applied = plan.state === 'applied';
  const again = () => {
    apply.reset();
    setReadingError(null);
    call(readLibraryImport, { params: { importId: plan.id } }).then(onPlan, setReadingError);
  };
  return (
    <Section
      heading="h2"
      title={t(applied ? 'library.planDone' : 'library.plan', { name: plan.fileName })}
      action={
        <Button size="small" onClick={onAnother}>
          {t('library.another')}
        </Button>
      }
    >
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {applied ? (
          <Alert severity="success" role="status">
            {t('library.applied', { count: changing })}
          </Alert>
        ) : null}
        <ToggleButtonGroup
          exclusive
          size="small"
          aria-label={t('library.outcomeFilter')}
          value={only ?? 'all'}
          onChange={(_, chosen: string | null) => {
            setOnly(PLAN_OUTCOMES.find((one) => one === chosen) ?? null);
            setShown(PER_PAGE);
          }}
          sx={{ flexWrap: 'wrap' }}
        >
          <ToggleButton value="all">
            {t('library.outcome.all')} · {format.number(plan.entries.length)}
          </ToggleButton>
          {PLAN_OUTCOMES.map((outcome) => (
            <ToggleButton key={outcome} value={outcome}>
              {t(`library.outcome.${outcome}`)} · {format.number(plan.counts[outcome])}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        {entries.length === 0 ? <EmptyState title={t('library.nothingShown')} /> : null}
        <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {entries.slice(0, shown).map((entry, index) => (
            <PlanEntryRow key={`${entry.line} ${index}`} entry={entry} />
          ))}
        </Box>
        {entries.length > shown ? (
          <Button onClick={() => setShown(shown + PER_PAGE)}>{t('common.loadMore')}</Button>
        ) : null}
        {plan.counts.refused > 0 && !applied ? (
          <Typography variant="body2">{t('library.refusedStay')}</Typography>
        ) : null}
        {apply.isPending ? (
          <Box role="status">
            <Typography variant="body2">{t('library.applying')}</Typography>
            <LinearProgress aria-label={t('library.applying')} />
          </Box>
        ) : null}
        <ProblemAlert error={apply.error ?? readingError} />
        {applied ? null : (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: 1 }}>
            {apply.error ? <Button onClick={again}>{t('library.planAgain')}</Button> : null}
            {changing === 0 ? (
              <Typography variant="body2" role="status">
                {t('library.applyNothing')}
              </Typography>
            ) : (
              <Button
                variant="contained"
                loading={apply.isPending}
                onClick={() =>
                  apply.mutate({ params: { importId: plan.id }, body: { planHash: plan.planHash } })
                }
              >
                {t('library.apply', { count: changing })}
              </Button>
            )}
          </Box>
        )}
      </Box>
    </Section>
  );
}
