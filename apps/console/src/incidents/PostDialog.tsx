import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { previewPosts, proposePosts, readPosts, type Statements } from '#contract/crisis';
import type { Locale } from '#platform/contract';
import { call } from '../api/client.js';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { filledIn } from '../reply/filled-in.js';
import { PlaceholderField } from '../reply/PlaceholderField.js';
import { usePlaceholderErrors } from '../reply/use-placeholder-errors.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { useDebounced } from '../shared/use-debounced.js';
import { PostAccountRow } from './PostAccountRow.js';
import { PostObstacles } from './PostObstacles.js';
import { TOUCHED } from './touched.js';

const TYPING_PAUSE_MS = 300;

interface PostDialogProps {
  incidentId: string;
  statement: Statements['ready'][number];
  title: string;
  onClose: () => void;
}

/** Proposes a holding statement as a post of its own: on which accounts, and word for word what would stand there. */
export function PostDialog({ incidentId, statement, title, onClose }: PostDialogProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const titleId = useId();
  const { languages } = statement;
  const [language, setLanguage] = useState<Locale>(
    languages.find((one) => one === i18n.language) ?? languages[0] ?? 'fr',
  );
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const settled = useDebounced(values, TYPING_PAUSE_MS);
  const params = { incidentId, answerId: statement.answerId };
  const body = { language, placeholders: filledIn(settled) };
  const preview = useQuery({
    queryKey: [previewPosts.path, params, body],
    queryFn: ({ signal }) => call(previewPosts, { params, body }, { signal }),
    staleTime: 0,
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
  const propose = useChange(proposePosts, { touches: [...TOUCHED, readPosts] });
  const errors = usePlaceholderErrors(propose.error);
  const items = preview.data?.items ?? [];
  const usable = items.filter(({ obstacle }) => obstacle === null);
  const chosen = usable.filter(
    ({ answerVariantId, sourceId }) => answerVariantId !== null && !left.has(sourceId),
  );
  const current = settled === values && preview.isSuccess && !preview.isPlaceholderData;
  const ready = current && chosen.length > 0 && chosen.every(({ text, fits }) => text !== null && fits);
  const toggle = (sourceId: string) => {
    const next = new Set(left);
    if (!next.delete(sourceId)) next.add(sourceId);
    setLeft(next);
  };
  const submit = () =>
    propose.mutate({
      params,
      body: {
        items: chosen.flatMap(({ sourceId, answerVariantId }) =>
          answerVariantId === null ? [] : [{ sourceId, answerVariantId }],
        ),
        placeholders: filledIn(values),
      },
    });
  return (
    <Dialog open fullWidth maxWidth="md" onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {propose.data ? (
          <Alert severity="success">
            {t('incidents.post.proposed', { count: propose.data.items.length })}
          </Alert>
        ) : (
          <>
            <Typography variant="body2">{t('incidents.post.text')}</Typography>
            {languages.length > 1 ? (
              <TextField
                select
                label={t('incidents.post.language')}
                value={language}
                onChange={({ target }) =>
                  setLanguage(languages.find((one) => one === target.value) ?? language)
                }
                sx={{ mt: 1, maxWidth: 280 }}
              >
                {languages.map((one) => (
                  <MenuItem key={one} value={one}>
                    {format.languageName(one)}
                  </MenuItem>
                ))}
              </TextField>
            ) : null}
            {(preview.data?.placeholders ?? []).map((placeholder) => (
              <PlaceholderField
                key={placeholder.name}
                placeholder={placeholder}
                value={values[placeholder.name] ?? ''}
                error={errors[placeholder.name]}
                autoFocus={false}
                onChange={(value) => setValues({ ...values, [placeholder.name]: value })}
              />
            ))}
            {preview.error && !preview.data ? (
              <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />
            ) : null}
            {preview.isPending ? <LoadingState rows={3} height={90} /> : null}
            {preview.data && usable.length === 0 ? (
              <Alert severity="warning">{t('incidents.post.noAccount')}</Alert>
            ) : null}
            <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 2 }}>
              {usable.map((item) => (
                <li key={item.sourceId}>
                  <PostAccountRow
                    item={item}
                    language={language}
                    chosen={item.answerVariantId !== null && !left.has(item.sourceId)}
                    onChoose={() => toggle(item.sourceId)}
                  />
                </li>
              ))}
            </Box>
            <PostObstacles items={items} />
            <ProblemAlert error={propose.error} />
          </>
        )}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>{t(propose.data ? 'common.close' : 'common.cancel')}</Button>
        {propose.data ? null : (
          <Button variant="contained" loading={propose.isPending} disabled={!ready} onClick={submit}>
            {t('incidents.post.propose', { count: chosen.length })}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
