import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { previewStatement, publishStatement, readStatements, type StatementPreview } from '#contract/crisis';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useProblemText } from '../i18n/problem-text.js';
import { filledIn } from '../reply/filled-in.js';
import { AnswerAllRow } from '../requests/AnswerAllRow.js';
import { rendered } from '../requests/rendered.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { TOUCHED } from './touched.js';

type Item = StatementPreview['items'][number];

interface PublishDialogProps {
  incidentId: string;
  answerId: string;
  title: string;
  onClose: () => void;
}

/** Chooses mentions for a holding statement: under each, word for word, what would be published. */
export function PublishDialog({ incidentId, answerId, title, onClose }: PublishDialogProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const { ofCode } = useProblemText();
  const params = { incidentId, answerId };
  const preview = useEndpoint(previewStatement, { params }, { staleTime: Infinity });
  const publish = useChange(publishStatement, { touches: [...TOUCHED, readStatements] });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState<Readonly<Record<string, Readonly<Record<string, string>>>>>({});
  const items = preview.data?.items ?? [];
  const chosen = items.filter(
    ({ mention, answerVariantId }) => answerVariantId !== null && !left.has(mention.id),
  );
  const valuesOf = (item: Item) => typed[item.mention.id] ?? item.placeholders;
  const ready = chosen.every(
    (item) =>
      rendered(item, preview.data?.placeholders ?? [], valuesOf(item), item.mention.network)?.fits === true,
  );
  const toggle = (mentionId: string) => {
    const next = new Set(left);
    if (!next.delete(mentionId)) next.add(mentionId);
    setLeft(next);
  };
  const results = publish.data?.results;
  const refused = results?.filter((result) => result.outcome === 'refused') ?? [];
  const submit = () =>
    publish.mutate({
      params,
      body: {
        items: chosen.flatMap((item) =>
          item.answerVariantId === null
            ? []
            : [
                {
                  mentionId: item.mention.id,
                  answerVariantId: item.answerVariantId,
                  placeholders: filledIn(valuesOf(item)),
                  wording: item.mention.wording,
                },
              ],
        ),
      },
    });
  return (
    <Dialog open fullWidth maxWidth="md" onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {results ? (
          <Alert severity={refused.length > 0 ? 'warning' : 'success'}>
            {t('incidents.queued', { count: results.length - refused.length })}
            {refused.length > 0 ? ` ${t('incidents.refused', { count: refused.length })}` : ''}
            {refused.length > 0 ? (
              <ul style={{ margin: 0, paddingInlineStart: 20 }}>
                {refused.map((result) => (
                  <li key={result.mentionId}>{result.outcome === 'refused' ? ofCode(result) : null}</li>
                ))}
              </ul>
            ) : null}
          </Alert>
        ) : (
          <>
            <Typography variant="body2">{t('incidents.publishText')}</Typography>
            {preview.error && !preview.data ? (
              <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />
            ) : null}
            {preview.isPending ? <LoadingState rows={3} height={90} /> : null}
            {preview.data && items.length === 0 ? (
              <Typography>{t('incidents.publishNone')}</Typography>
            ) : null}
            <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 2 }}>
              {items.map((item) => (
                <li key={item.mention.id}>
                  <AnswerAllRow
                    item={item}
                    mention={item.mention}
                    placeholders={preview.data?.placeholders ?? []}
                    values={valuesOf(item)}
                    chosen={item.answerVariantId !== null && !left.has(item.mention.id)}
                    result={undefined}
                    onChoose={() => toggle(item.mention.id)}
                    onValues={(values) => setTyped({ ...typed, [item.mention.id]: values })}
                  />
                </li>
              ))}
            </Box>
            <ProblemAlert error={publish.error} />
          </>
        )}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>{t(results ? 'common.close' : 'common.cancel')}</Button>
        {results ? (
          <Button component={RouterLink} to="/replies" variant="contained">
            {t('incidents.toReplies')}
          </Button>
        ) : (
          <Button
            variant="contained"
            loading={publish.isPending}
            disabled={chosen.length === 0 || !ready}
            onClick={submit}
          >
            {t('incidents.publish', { count: chosen.length })}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
