import DoneIcon from '@mui/icons-material/CheckCircle';
import ToDoIcon from '@mui/icons-material/RadioButtonUnchecked';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { listAnswers } from '#contract/answers';
import { listPolicies } from '#contract/escalation';
import { listPeople } from '#contract/identity';
import { listSources } from '#contract/networks';
import { listTopics } from '#contract/topics';
import { useEndpoint } from '../api/use-endpoint.js';
import { useMay } from '../session/session.js';
import { VisuallyHidden } from '../shared/VisuallyHidden.js';

const STEPS = [
  { name: 'source', to: '/sources' },
  { name: 'topic', to: '/topics' },
  { name: 'people', to: '/people' },
  { name: 'policy', to: '/policies' },
  { name: 'answer', to: '/library' },
] as const;

/** What a new workspace needs before the first mention comes in; only for whoever may set it up. */
export function FirstSteps() {
  const may = useMay();
  return may('sources.write') && may('people.write') ? <Steps /> : null;
}

function Steps() {
  const { t } = useTranslation();
  const sources = useEndpoint(listSources, {}).data?.items;
  const topics = useEndpoint(listTopics, { query: {} }).data?.items;
  const people = useEndpoint(listPeople, {}).data?.items;
  const policies = useEndpoint(listPolicies, {}).data?.items;
  const answers = useEndpoint(listAnswers, { query: { limit: 1 } }).data?.items;
  // Nothing jumps from undone to done: it is shown once all of it is known.
  if (!sources || !topics || !people || !policies || !answers) return null;
  const done = {
    source: sources.some(({ realm }) => realm === 'live'),
    topic: topics.length > 0,
    people: people.length > 1,
    policy: policies.length > 0,
    answer: answers.length > 0,
  };
  return (
    <Box component="section" aria-labelledby="first-steps" sx={{ px: 3, pb: 4 }}>
      <Typography variant="h3" component="h2" id="first-steps" sx={{ mb: 1.5 }}>
        {t('inbox.firstSteps.title')}
      </Typography>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {STEPS.map(({ name, to }) => (
          <Box
            component="li"
            key={name}
            sx={{ display: 'grid', gridTemplateColumns: '24px minmax(0, 1fr)', columnGap: 1 }}
          >
            <Box
              aria-hidden="true"
              sx={{ color: done[name] ? 'success.main' : 'text.secondary', lineHeight: 0 }}
            >
              {done[name] ? <DoneIcon fontSize="small" /> : <ToDoIcon fontSize="small" />}
            </Box>
            <div>
              <Link component={RouterLink} to={to} sx={{ fontWeight: 650 }}>
                {t(`inbox.firstSteps.step.${name}`)}
              </Link>
              {done[name] ? <VisuallyHidden> {t('inbox.firstSteps.done')}</VisuallyHidden> : null}
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {t(`inbox.firstSteps.why.${name}`)}
              </Typography>
            </div>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
