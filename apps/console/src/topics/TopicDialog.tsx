import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeTopic, createTopic, listTopicNames, listTopics, type Topic } from '#contract/topics';
import { parseTopicQuery } from '#rules/topics';
import { useChange } from '../api/use-endpoint.js';
import { useFieldErrors } from '../i18n/problem-text.js';
import { useNotify } from '../shared/Notices.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { QueryField } from './QueryField.js';
import { QueryHelp } from './QueryHelp.js';
import { TopicPreview } from './TopicPreview.js';

/** A topic to be written: a new one, or one that exists. */
export function TopicDialog({ topic, onClose }: { topic: Topic | null; onClose: () => void }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const titleId = useId();
  const [name, setName] = useState(topic?.name ?? '');
  const [description, setDescription] = useState(topic?.description ?? '');
  const [query, setQuery] = useState(topic?.query ?? '');
  const done = (key: 'created' | 'saved') => (saved: Topic) => {
    notify({ text: t(`topics.${key}`, { name: saved.name }) });
    onClose();
  };
  const create = useChange(createTopic, { touches: [listTopics, listTopicNames], onDone: done('created') });
  const change = useChange(changeTopic, { touches: [listTopics, listTopicNames], onDone: done('saved') });
  const error = create.error ?? change.error;
  const errors = useFieldErrors(error);
  const busy = create.isPending || change.isPending;
  const save = () => {
    const body = { name, description, query };
    if (topic) change.mutate({ params: { topicId: topic.id }, body: { ...body, version: topic.version } });
    else create.mutate({ body });
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="md">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) save();
        }}
      >
        <DialogTitle id={titleId}>
          {topic ? t('topics.editOf', { name: topic.name }) : t('topics.new')}
        </DialogTitle>
        <DialogContent>
          <Stack spacing={2} sx={{ pt: 1 }}>
            <TextField
              required
              autoFocus
              label={t('topics.name')}
              value={name}
              onChange={({ target }) => setName(target.value)}
              error={Boolean(errors['name'])}
              helperText={errors['name']}
              slotProps={{ htmlInput: { maxLength: 80 } }}
            />
            <TextField
              label={t('topics.description')}
              value={description}
              onChange={({ target }) => setDescription(target.value)}
              slotProps={{ htmlInput: { maxLength: 500 } }}
            />
            <QueryField query={query} onChange={setQuery} />
            <QueryHelp />
            <TopicPreview query={query} />
            <ProblemAlert error={error} shownFields={['name']} />
          </Stack>
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            type="submit"
            variant="contained"
            loading={busy}
            disabled={name.trim() === '' || !parseTopicQuery(query).ok}
          >
            {t(topic ? 'topics.save' : 'topics.create')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
