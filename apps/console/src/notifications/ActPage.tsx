import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type ActionView, performSignedAction, readSignedAction } from '#contract/notifications';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useLocalised } from '../i18n/localised.js';
import { useFieldErrors, useProblemText } from '../i18n/problem-text.js';
import { useSession } from '../session/session.js';
import { EmptyState } from '../shared/EmptyState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { useNetworkName } from '../shared/network-name.js';

/** Where a signed link of a message leads: shows what is asked, and does it only when told to. */
export function ActPage() {
  const { t } = useTranslation();
  const { token = '' } = useParams();
  const { ofError } = useProblemText();
  const reading = useEndpoint(readSignedAction, { body: { token } }, { staleTime: 60_000 });
  return (
    <PageBody>
      {reading.data ? (
        <Confirmation key={token} token={token} action={reading.data} />
      ) : reading.error ? (
        <EmptyState
          whole
          title={t('act.cannot')}
          text={ofError(reading.error)}
          action={
            <Button component={Link} to="/notifications">
              {t('act.toNotifications')}
            </Button>
          }
        />
      ) : (
        <LoadingState rows={4} />
      )}
    </PageBody>
  );
}

type Choice = ActionView['choices'][number];

function Confirmation({ token, action }: { token: string; action: ActionView }) {
  const { t } = useTranslation();
  const say = useLocalised();
  const format = useFormat();
  const networkName = useNetworkName();
  const { person } = useSession();
  const [comment, setComment] = useState('');
  const [done, setDone] = useState<Choice>();
  const perform = useChange(performSignedAction, {
    onDone: (_, { body }) => setDone(action.choices.find(({ key }) => key === body.choice)),
  });
  const errors = useFieldErrors(perform.error);
  if (done) {
    return (
      <EmptyState
        whole
        title={t(`act.done.${done.does}`)}
        text={say(action.title)}
        action={
          <Button variant="contained" component={Link} to={action.link}>
            {t('act.open')}
          </Button>
        }
      />
    );
  }
  const run = (choice: Choice) =>
    perform.mutate({ body: { token, choice: choice.key, comment: comment.trim() || null } });
  const asksComment = action.choices.some((choice) => choice.comment !== 'none');
  const missing = (choice: Choice) => choice.comment === 'required' && comment.trim() === '';
  return (
    <>
      <PageHeader
        title={t(`act.title.${action.kind}`)}
        lead={t('act.lead', { name: person.name, when: format.dateTime(action.expiresAt) })}
      />
      <Typography variant="h2" sx={{ mb: 1, overflowWrap: 'anywhere' }}>
        {say(action.title)}
      </Typography>
      <Box sx={{ display: 'grid', gap: 1, mb: 2 }}>
        {action.texts.map((text, index) => (
          <Paper key={index} variant="outlined" sx={{ p: 1.5 }}>
            <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
              {[
                format.languageName(text.language),
                ...(text.network ? [networkName(text.network)] : []),
              ].join(' · ')}
            </Typography>
            <Typography lang={text.language} sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {text.text}
            </Typography>
          </Paper>
        ))}
      </Box>
      <Button component={Link} to={action.link} sx={{ mb: 2, ml: -1 }}>
        {t('act.everything')}
      </Button>
      {action.choices.length === 0 ? <Alert severity="info">{t('act.nothing')}</Alert> : null}
      {asksComment ? (
        <TextField
          fullWidth
          multiline
          minRows={2}
          label={t('act.comment')}
          helperText={errors['comment'] ?? t('act.commentHint')}
          error={Boolean(errors['comment'])}
          value={comment}
          onChange={({ target }) => setComment(target.value)}
          slotProps={{ htmlInput: { maxLength: 2000 } }}
          sx={{ mb: 2 }}
        />
      ) : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {action.choices.map((choice) => (
          <Button
            key={choice.key}
            variant={choice.does === 'refuse' ? 'outlined' : 'contained'}
            color={choice.does === 'refuse' ? 'error' : 'primary'}
            disabled={perform.isPending || missing(choice)}
            onClick={() => run(choice)}
          >
            {choice.department
              ? t(`act.doFor.${choice.does}`, { department: say(choice.department) })
              : t(`act.do.${choice.does}`)}
          </Button>
        ))}
      </Box>
      <ProblemAlert error={perform.error} shownFields={['comment']} sx={{ mt: 2 }} />
    </>
  );
}
