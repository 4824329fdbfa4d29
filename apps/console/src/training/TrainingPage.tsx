import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { listTrainingPosts, readTrainingThread } from '#contract/networks';
import { ApiProblem } from '../api/api-problem.js';
import { useEndpoint, usePages } from '../api/use-endpoint.js';
import { useMay } from '../session/session.js';
import { EmptyState } from '../shared/EmptyState.js';
import { KeysetList } from '../shared/KeysetList.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { FaultControl } from './FaultControl.js';
import { PostForm } from './PostForm.js';
import { ScenarioControl } from './ScenarioControl.js';
import { Thread } from './Thread.js';

/** The training network as its public sees it; `?post=ID` shows the thread of one post first. */
export function TrainingPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [search] = useSearchParams();
  const asked = search.get('post');
  const threads = usePages(listTrainingPosts, { query: { limit: 30 } });
  return (
    <PageBody wide>
      <PageHeader title={t('training.title')} lead={t('training.lead')} />
      <Box
        sx={{
          display: 'grid',
          gap: 3,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 340px' },
        }}
      >
        <Box sx={{ display: 'grid', gap: 2, order: { xs: 2, md: 1 } }}>
          {asked ? <AskedThread postId={asked} /> : null}
          {asked ? <Typography variant="h2">{t('training.all')}</Typography> : null}
          <KeysetList
            query={threads}
            empty={<EmptyState title={t('training.none')} text={t('training.noneText')} />}
          >
            {(items) => (
              <Box
                component="ul"
                aria-label={t('training.feed')}
                sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.5 }}
              >
                {items.map((thread) => (
                  <li key={thread.post.id}>
                    <Thread thread={thread} />
                  </li>
                ))}
              </Box>
            )}
          </KeysetList>
        </Box>
        <Box sx={{ display: 'grid', gap: 2, order: { xs: 1, md: 2 } }}>
          <ScenarioControl />
          {may('training.play') ? <PostForm /> : null}
          {may('training.play') ? <FaultControl /> : null}
        </Box>
      </Box>
    </PageBody>
  );
}

function AskedThread({ postId }: { postId: string }) {
  const { t } = useTranslation();
  const reading = useEndpoint(readTrainingThread, { params: { postId } });
  if (reading.error) {
    const gone = reading.error instanceof ApiProblem && reading.error.details.status < 500;
    return <Alert severity="warning">{t(gone ? 'training.askedGone' : 'errors.title')}</Alert>;
  }
  return (
    <Box component="section" aria-label={t('training.asked')} sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="h2">{t('training.asked')}</Typography>
      {reading.data ? (
        <Thread thread={reading.data} marked={postId} />
      ) : (
        <LoadingState rows={1} height={120} />
      )}
    </Box>
  );
}
