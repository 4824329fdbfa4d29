import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  createTrainingPost,
  listTrainingPosts,
  readTrainingThread,
  type TrainingPost,
} from '#contract/networks';
import { useChange } from '../api/use-endpoint.js';
import { useFieldErrors } from '../i18n/problem-text.js';
import { Section } from '../inbox/Section.js';
import { useNotify } from '../shared/Notices.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';

const FIELDS = ['authorHandle', 'authorName', 'followers', 'text'] as const;

/** Plays a member of the public: a post, or an answer to one. */
export function PostForm({ inReplyTo, onClose }: { inReplyTo?: TrainingPost; onClose?: () => void }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const [author, setAuthor] = useState({ handle: '', name: '', followers: '' });
  const [text, setText] = useState('');
  const [hasMedia, setHasMedia] = useState(false);
  const post = useChange(createTrainingPost, {
    touches: [listTrainingPosts, readTrainingThread],
    onDone: () => {
      setText('');
      setHasMedia(false);
      notify({ text: t('training.postedDone') });
      onClose?.();
    },
  });
  const errors = useFieldErrors(post.error);
  const shown = (field: (typeof FIELDS)[number]) => ({
    error: Boolean(errors[field]),
    helperText: errors[field],
  });
  return (
    <Section heading="h2" title={t(inReplyTo ? 'training.replyAs' : 'training.post')}>
      <Box
        component="form"
        noValidate
        sx={{ display: 'grid', gap: 1.5 }}
        onSubmit={(event) => {
          event.preventDefault();
          post.mutate({
            body: {
              authorHandle: author.handle,
              authorName: author.name,
              followers: Number(author.followers) || 0,
              text,
              hasMedia,
              inReplyToId: inReplyTo?.id,
            },
          });
        }}
      >
        <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: '1fr 1fr' }}>
          <TextField
            required
            label={t('training.handle')}
            value={author.handle}
            onChange={({ target }) => setAuthor({ ...author, handle: target.value.replace(/^@/u, '') })}
            slotProps={{ htmlInput: { maxLength: 30, spellCheck: false, autoCapitalize: 'none' } }}
            {...shown('authorHandle')}
          />
          <TextField
            required
            label={t('training.name')}
            value={author.name}
            onChange={({ target }) => setAuthor({ ...author, name: target.value })}
            slotProps={{ htmlInput: { maxLength: 60 } }}
            {...shown('authorName')}
          />
        </Box>
        <TextField
          type="number"
          label={t('training.followers')}
          value={author.followers}
          onChange={({ target }) => setAuthor({ ...author, followers: target.value })}
          slotProps={{ htmlInput: { min: 0, max: 100_000_000 } }}
          {...shown('followers')}
        />
        <TextField
          required
          multiline
          minRows={3}
          label={t('training.text')}
          value={text}
          onChange={({ target }) => setText(target.value)}
          slotProps={{ htmlInput: { maxLength: 1000 } }}
          {...shown('text')}
        />
        <FormControlLabel
          control={<Checkbox checked={hasMedia} onChange={({ target }) => setHasMedia(target.checked)} />}
          label={t('training.hasMedia')}
        />
        <ProblemAlert error={post.error} shownFields={FIELDS} />
        <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1 }}>
          {onClose ? <Button onClick={onClose}>{t('common.cancel')}</Button> : null}
          <Button
            type="submit"
            variant="contained"
            loading={post.isPending}
            disabled={text.trim() === '' || author.handle === '' || author.name.trim() === ''}
          >
            {t(inReplyTo ? 'training.submitReply' : 'training.submit')}
          </Button>
        </Box>
      </Box>
    </Section>
  );
}
