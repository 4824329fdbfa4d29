import AddIcon from '@mui/icons-material/Add';
import CompareIcon from '@mui/icons-material/StackedLineChart';
import ScenariosIcon from '@mui/icons-material/Timeline';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useSearchParams } from 'react-router';
import { type DrillSummary, listDrills } from '#contract/drills';
import { DRILL_STATES } from '#rules/drills';
import { usePages } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useLocalised } from '../i18n/localised.js';
import { useMay } from '../session/session.js';
import { EmptyState } from '../shared/EmptyState.js';
import { KeysetList } from '../shared/KeysetList.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { StateFilter } from '../shared/StateFilter.js';
import { DrillStateChip } from './DrillStateChip.js';
import { PrepareDialog } from './PrepareDialog.js';

/** Every drill, the newest first; `?prepare=KEY` begins one with a scenario. */
export function DrillsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const [preparing, setPreparing] = useState(search.has('prepare'));
  const state = DRILL_STATES.find((one) => one === search.get('state'));
  const list = usePages(listDrills, { query: { ...(state ? { state } : {}), limit: 30 } });
  const runs = may('drills.run');
  const prepare = runs ? (
    <Button variant="contained" startIcon={<AddIcon />} onClick={() => setPreparing(true)}>
      {t('drills.prepare')}
    </Button>
  ) : null;
  return (
    <PageBody>
      <PageHeader
        title={t('drills.title')}
        lead={t('drills.lead')}
        actions={
          <>
            <Button component={RouterLink} to="/drills/comparison" startIcon={<CompareIcon />}>
              {t('drills.compare.open')}
            </Button>
            {runs ? (
              <Button component={RouterLink} to="/drills/scenarios" startIcon={<ScenariosIcon />}>
                {t('drills.scenario.open')}
              </Button>
            ) : null}
            {prepare}
          </>
        }
      />
      <StateFilter
        label={t('drills.field.state')}
        any={t('drills.anyState')}
        states={DRILL_STATES}
        word={(one) => t(`drills.state.${one}`)}
        value={state}
        onChange={(one) => setSearch(one ? { state: one } : {})}
      />
      <KeysetList
        query={list}
        empty={
          state ? (
            <EmptyState title={t('drills.noneFound')} />
          ) : (
            <EmptyState title={t('drills.none')} text={t('drills.noneText')} action={prepare} />
          )
        }
      >
        {(items) => (
          <Paper variant="outlined">
            <Box component="ul" aria-label={t('drills.title')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
              {items.map((drill) => (
                <DrillRow key={drill.id} drill={drill} />
              ))}
            </Box>
          </Paper>
        )}
      </KeysetList>
      {preparing ? (
        <PrepareDialog scenarioKey={search.get('prepare')} onClose={() => setPreparing(false)} />
      ) : null}
    </PageBody>
  );
}

function DrillRow({ drill }: { drill: DrillSummary }) {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useLocalised();
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1.5,
        px: 2,
        py: 1.25,
        '& + &': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <Box sx={{ flex: '1 1 280px', minWidth: 0 }}>
        <Link
          component={RouterLink}
          to={`/drills/${drill.id}`}
          sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}
        >
          {drill.title}
        </Link>
        <Typography variant="caption" component="p" sx={{ m: 0, color: 'text.secondary' }}>
          {[
            say(drill.scenario.name),
            format.languageName(drill.language),
            t('drills.speed', { speed: format.number(drill.speed) }),
            format.dateTime(drill.startedAt ?? drill.createdAt),
            drill.createdBy.name,
          ].join(' · ')}
        </Typography>
      </Box>
      {drill.overall === null ? null : (
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {t('drills.overall', { score: format.number(drill.overall) })}
        </Typography>
      )}
      <DrillStateChip state={drill.state} />
    </Box>
  );
}
