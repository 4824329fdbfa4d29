import AddIcon from '@mui/icons-material/Add';
import ActionsIcon from '@mui/icons-material/Checklist';
import MethodsIcon from '@mui/icons-material/AutoStories';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useSearchParams } from 'react-router';
import { listWorkshops, type WorkshopSummary } from '#contract/workshops';
import { WORKSHOP_STATES } from '#rules/workshops';
import { usePages } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useLocalised } from '../i18n/localised.js';
import { useMay } from '../session/session.js';
import { EmptyState } from '../shared/EmptyState.js';
import { KeysetList } from '../shared/KeysetList.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { StateFilter } from '../shared/StateFilter.js';
import { WorkshopStateChip } from './WorkshopStateChip.js';

/** Every workshop, the newest first. */
export function WorkshopsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const state = WORKSHOP_STATES.find((one) => one === search.get('state'));
  const list = usePages(listWorkshops, { query: { ...(state ? { state } : {}), limit: 30 } });
  const create = may('workshops.run') ? (
    <Button component={RouterLink} to="/workshops/new" variant="contained" startIcon={<AddIcon />}>
      {t('workshops.create')}
    </Button>
  ) : null;
  return (
    <PageBody>
      <PageHeader
        title={t('workshops.title')}
        lead={t('workshops.lead')}
        actions={
          <>
            <Button component={RouterLink} to="/workshops/actions" startIcon={<ActionsIcon />}>
              {t('workshops.actions.title')}
            </Button>
            <Button component={RouterLink} to="/workshops/methods" startIcon={<MethodsIcon />}>
              {t('workshops.method.title')}
            </Button>
            {create}
          </>
        }
      />
      <StateFilter
        label={t('workshops.field.state')}
        any={t('workshops.anyState')}
        states={WORKSHOP_STATES}
        word={(one) => t(`workshops.state.${one}`)}
        value={state}
        onChange={(one) => setSearch(one ? { state: one } : {})}
      />
      <KeysetList
        query={list}
        empty={
          state ? (
            <EmptyState title={t('workshops.noneFound')} />
          ) : (
            <EmptyState title={t('workshops.none')} text={t('workshops.noneText')} action={create} />
          )
        }
      >
        {(items) => (
          <Paper variant="outlined">
            <Box component="ul" aria-label={t('workshops.title')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
              {items.map((workshop) => (
                <WorkshopRow key={workshop.id} workshop={workshop} />
              ))}
            </Box>
          </Paper>
        )}
      </KeysetList>
    </PageBody>
  );
}

function WorkshopRow({ workshop }: { workshop: WorkshopSummary }) {
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
          to={`/workshops/${workshop.id}`}
          sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}
        >
          {workshop.title}
        </Link>
        <Typography variant="caption" component="p" sx={{ m: 0, color: 'text.secondary' }}>
          {[
            say(workshop.method.name),
            t(`workshops.objective.${workshop.objective}`),
            ...(workshop.plannedAt ? [format.dateTime(workshop.plannedAt)] : []),
            t('workshops.joined', { count: workshop.seats }),
            t('workshops.written', { count: workshop.items }),
            workshop.createdBy.name,
          ].join(' · ')}
        </Typography>
      </Box>
      {workshop.openActions > 0 ? (
        <Typography variant="caption">
          {t('workshops.openActions', { count: workshop.openActions })}
        </Typography>
      ) : null}
      <WorkshopStateChip state={workshop.state} />
    </Box>
  );
}
