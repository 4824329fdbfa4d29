import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listRequests, REQUEST_STATES } from '#contract/requests';
import { usePages } from '../api/use-endpoint.js';
import { EmptyState } from '../shared/EmptyState.js';
import { KeysetList } from '../shared/KeysetList.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { useRealm } from '../shell/realm.js';
import { DueTimesDialog } from './DueTimesDialog.js';
import { RequestRow } from './RequestRow.js';
import { type RequestsFilter, SCOPES, useRequestsFilter } from './use-requests-filter.js';
import { useRowKeys } from './use-row-keys.js';

/** Answers that were asked for: the one due first at the top. */
export function RequestsPage() {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const { filter, setFilter, filtered } = useRequestsFilter();
  const list = useRef<HTMLUListElement>(null);
  const [times, setTimes] = useState(false);
  useRowKeys(list);
  const requests = usePages(listRequests, {
    query: {
      realm,
      scope: filter.scope,
      ...(filter.state ? { state: [filter.state] } : {}),
      ...(filter.overdue ? { overdue: 'true' as const } : {}),
      limit: 50,
    },
  });
  const counts = requests.data?.pages[0]?.counts;
  return (
    <PageBody>
      <PageHeader
        title={t('requests.title')}
        lead={t('requests.lead')}
        actions={
          <Button variant="outlined" onClick={() => setTimes(true)}>
            {t('requests.times.open')}
          </Button>
        }
      />
      {times ? <DueTimesDialog onClose={() => setTimes(false)} /> : null}
      <Filters filter={filter} counts={counts} onFilter={setFilter} />
      <KeysetList
        query={requests}
        empty={
          filtered ? (
            <EmptyState
              title={t('requests.noneFound')}
              action={
                <Button onClick={() => setFilter({ scope: 'all', state: undefined, overdue: false })}>
                  {t('requests.clear')}
                </Button>
              }
            />
          ) : (
            <EmptyState title={t('requests.none')} text={t('requests.noneText')} />
          )
        }
      >
        {(items) => (
          <>
            <Typography
              variant="caption"
              component="p"
              sx={{ color: 'text.secondary', display: { xs: 'none', md: 'block' }, mb: 1 }}
            >
              {t('requests.keys')}
            </Typography>
            <Box
              component="ul"
              ref={list}
              aria-label={t('requests.title')}
              sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.5 }}
            >
              {items.map((request) => (
                <li key={request.id}>
                  <RequestRow request={request} />
                </li>
              ))}
            </Box>
          </>
        )}
      </KeysetList>
    </PageBody>
  );
}

interface FiltersProps {
  filter: RequestsFilter;
  counts: Record<'waiting' | 'overdue' | 'ready' | 'mine' | 'departments', number> | undefined;
  onFilter: (filter: RequestsFilter) => void;
}

function Filters({ filter, counts, onFilter }: FiltersProps) {
  const { t } = useTranslation();
  const number = { all: counts?.waiting, mine: counts?.mine, departments: counts?.departments };
  return (
    <Box
      role="search"
      aria-label={t('requests.filters')}
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 2 }}
    >
      {SCOPES.map((scope) => (
        <Chip
          key={scope}
          label={`${t(`requests.scope.${scope}`)}${number[scope] === undefined ? '' : ` ${number[scope]}`}`}
          color={filter.scope === scope ? 'primary' : 'default'}
          aria-pressed={filter.scope === scope}
          onClick={() => onFilter({ ...filter, scope })}
        />
      ))}
      <Chip
        label={`${t('requests.onlyOverdue')}${counts ? ` ${counts.overdue}` : ''}`}
        color={filter.overdue ? 'error' : 'default'}
        aria-pressed={filter.overdue}
        onClick={() => onFilter({ ...filter, overdue: !filter.overdue })}
      />
      <TextField
        select
        label={t('requests.stateLabel')}
        value={filter.state ?? ''}
        sx={{ minWidth: 200, ml: { sm: 'auto' } }}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        onChange={({ target }) =>
          onFilter({ ...filter, state: REQUEST_STATES.find((one) => one === target.value) })
        }
      >
        <MenuItem value="">{t('requests.anyWaiting')}</MenuItem>
        {REQUEST_STATES.map((state) => (
          <MenuItem key={state} value={state}>
            {t(`requests.state.${state}`)}
          </MenuItem>
        ))}
      </TextField>
    </Box>
  );
}
