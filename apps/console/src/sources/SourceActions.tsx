import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  changeSource,
  listSources,
  type NetworkCapabilities,
  pullSource,
  type Source,
} from '#contract/networks';
import { useChange } from '../api/use-endpoint.js';
import { useMay } from '../session/session.js';
import { useNotify } from '../shared/Notices.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { BackfillDialog } from './BackfillDialog.js';
import { DisconnectDialog } from './DisconnectDialog.js';
import { deliveryAddress } from './use-source-facts.js';

interface SourceActionsProps {
  source: Source;
  network: NetworkCapabilities | undefined;
  onChange: () => void;
}

/** What can be done with a source, by whoever may. */
export function SourceActions({ source, network, onChange }: SourceActionsProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const may = useMay();
  const [asking, setAsking] = useState<'past' | 'disconnect' | null>(null);
  const change = useChange(changeSource, { touches: [listSources] });
  const pull = useChange(pullSource, {
    touches: [listSources],
    onDone: ({ name }) => notify({ text: t('sources.willRead', { name }), severity: 'info' }),
  });
  const params = { sourceId: source.id };
  const active = source.state === 'active';
  const delivered = source.network === 'webhook';
  const move = (state: 'active' | 'paused') => change.mutate({ params, body: { state } });
  const close = () => setAsking(null);
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {deliveryAddress(source) !== null ? (
          <Button size="small" component={Link} to={`/sources/${source.id}/deliveries`}>
            {t('sources.deliveries')}
          </Button>
        ) : null}
        {source.settings['watch'] === 'topics' ? (
          <Button size="small" component={Link} to={`/sources/${source.id}/topics`}>
            {t('sources.followed')}
          </Button>
        ) : null}
        {may('sources.write') ? (
          <>
            {active && !delivered ? (
              <Button size="small" loading={pull.isPending} onClick={() => pull.mutate({ params })}>
                {t('sources.readNow')}
              </Button>
            ) : null}
            <Button
              size="small"
              loading={change.isPending}
              onClick={() => move(active ? 'paused' : 'active')}
            >
              {t(active ? 'sources.pause' : 'sources.resume')}
            </Button>
            {network?.backfill && source.backfill?.state !== 'running' ? (
              <Button
                size="small"
                onClick={() => setAsking('past')}
                aria-label={t('sources.pastOf', { name: source.name })}
              >
                {t('sources.past')}
              </Button>
            ) : null}
            <Button size="small" onClick={onChange} aria-label={t('sources.changeOf', { name: source.name })}>
              {t('sources.change')}
            </Button>
            {network?.connect ? (
              <Button
                size="small"
                color="error"
                onClick={() => setAsking('disconnect')}
                aria-label={t('sources.disconnectOf', { name: source.name })}
              >
                {t('sources.disconnect')}
              </Button>
            ) : null}
          </>
        ) : null}
      </Box>
      <ProblemAlert error={change.error ?? pull.error} />
      {asking === 'past' ? <BackfillDialog source={source} onClose={close} /> : null}
      {asking === 'disconnect' ? <DisconnectDialog source={source} onClose={close} /> : null}
    </>
  );
}
