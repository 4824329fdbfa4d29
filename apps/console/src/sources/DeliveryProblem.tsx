import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { listSources, type Source, subscribeSource } from '#contract/networks';
import { useChange } from '../api/use-endpoint.js';
import { useMay } from '../session/session.js';
import { useNotify } from '../shared/Notices.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';

/** Why the network does not deliver by itself, and a way to ask it once more. */
export function DeliveryProblem({ source, problem }: { source: Source; problem: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const notify = useNotify();
  const ask = useChange(subscribeSource, {
    touches: [listSources],
    onDone: ({ deliveryProblem }) => {
      if (deliveryProblem === null) notify({ text: t('sources.delivers', { name: source.name }) });
    },
  });
  return (
    <>
      <Alert
        severity="warning"
        sx={{ py: 0, flexWrap: 'wrap' }}
        action={
          may('sources.write') ? (
            <Button
              color="inherit"
              size="small"
              loading={ask.isPending}
              onClick={() => ask.mutate({ params: { sourceId: source.id } })}
            >
              {t('sources.askToDeliver')}
            </Button>
          ) : null
        }
      >
        {t('sources.deliversNot', { problem })}
      </Alert>
      <ProblemAlert error={ask.error} />
    </>
  );
}
