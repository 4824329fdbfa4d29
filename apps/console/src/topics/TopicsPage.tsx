import AddIcon from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listTopicLevels } from '#contract/levels';
import { listTopics, type Topic } from '#contract/topics';
import { useEndpoint } from '../api/use-endpoint.js';
import { useMay } from '../session/session.js';
import { EmptyState } from '../shared/EmptyState.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { namedLike } from '../shared/named-like.js';
import { useRealm } from '../shell/realm.js';
import { TopicDialog } from './TopicDialog.js';
import { TopicRow } from './TopicRow.js';

/** So many are drawn at once; nobody reads a thousand rows, and no browser draws them in time. */
const STEP = 50;
/** From so many on, one looks for a name rather than reading down. */
const MANY = 15;

/** What is watched for, and how much of it there is. */
export function TopicsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { realm } = useRealm();
  const [writing, setWriting] = useState<{ topic: Topic | null } | null>(null);
  const reading = useEndpoint(listTopics, { query: { realm } }, { placeholderData: (before) => before });
  const levels = useEndpoint(
    listTopicLevels,
    { query: { realm } },
    { placeholderData: (before) => before, refetchInterval: 60_000 },
  );
  const topics = reading.data?.items;
  const [words, setWords] = useState('');
  const [most, setMost] = useState(STEP);
  const found = useMemo(
    () => namedLike(topics ?? [], words, ({ name, query }) => `${name} ${query}`),
    [topics, words],
  );
  const levelOf = useMemo(
    () => new Map(levels.data?.items.map((level) => [level.topicId, level])),
    [levels.data],
  );
  const newTopic = may('topics.write') ? (
    <Button variant="contained" startIcon={<AddIcon />} onClick={() => setWriting({ topic: null })}>
      {t('topics.new')}
    </Button>
  ) : null;
  return (
    <PageBody>
      <PageHeader title={t('topics.title')} lead={t('topics.lead')} actions={newTopic} />
      {reading.isPending ? <LoadingState rows={5} height={104} /> : null}
      {reading.error && !topics ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : null}
      {topics?.length === 0 ? (
        <EmptyState title={t('topics.none')} text={t('topics.noneText')} action={newTopic} />
      ) : null}
      {topics && topics.length > MANY ? (
        <TextField
          type="search"
          label={t('topics.search')}
          value={words}
          onChange={({ target }) => {
            setWords(target.value);
            setMost(STEP);
          }}
          sx={{ mb: 2, width: { xs: '100%', sm: 360 } }}
        />
      ) : null}
      {topics && topics.length > 0 && found.length === 0 ? (
        <Typography role="status">{t('topics.notFound')}</Typography>
      ) : null}
      {found.length > 0 ? (
        <Paper
          variant="outlined"
          component="ul"
          aria-label={t('topics.title')}
          sx={{ m: 0, p: 0, listStyle: 'none', overflow: 'hidden' }}
        >
          {found.slice(0, most).map((topic) => (
            <TopicRow
              key={topic.id}
              topic={topic}
              level={levelOf.get(topic.id)}
              realm={realm}
              onEdit={() => setWriting({ topic })}
            />
          ))}
        </Paper>
      ) : null}
      {found.length > most ? (
        <Button onClick={() => setMost((before) => before + STEP)} sx={{ mt: 2 }}>
          {t('topics.more', { count: found.length - most })}
        </Button>
      ) : null}
      {writing ? <TopicDialog topic={writing.topic} onClose={() => setWriting(null)} /> : null}
    </PageBody>
  );
}
