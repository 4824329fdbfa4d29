import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { previewTopic } from '#contract/topics';
import type { ResponseOf } from '#platform/contract';
import { parseTopicQuery } from '#rules/topics';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { LevelBadge } from '../shared/LevelBadge.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { RelativeTime } from '../shared/RelativeTime.js';
import { useRealm } from '../shell/realm.js';
import { Bars } from './Bars.js';

/** What the query would have found in the last week. */
export function TopicPreview({ query }: { query: string }) {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const preview = useChange(previewTopic);
  const fresh = preview.variables?.body?.query === query;
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Button
        variant="outlined"
        sx={{ justifySelf: 'start' }}
        loading={preview.isPending}
        disabled={!parseTopicQuery(query).ok}
        onClick={() => preview.mutate({ body: { query, realm } })}
      >
        {t('topics.try')}
      </Button>
      <ProblemAlert error={preview.error} />
      <div role="status">{preview.data && fresh ? <Found result={preview.data} /> : null}</div>
    </Box>
  );
}

function Found({ result }: { result: ResponseOf<typeof previewTopic> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const languages = result.byLanguage
    .map(({ language, matched }) => `${format.languageName(language)} ${format.number(matched)}`)
    .join(', ');
  const days = result.perDay
    .map(({ day, matched }) => `${format.date(`${day}T12:00:00`)} ${format.number(matched)}`)
    .join(', ');
  return (
    <Box sx={{ display: 'grid', gap: 1, border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
        <Typography variant="h3" component="p" sx={{ flex: '1 1 200px' }}>
          {t('topics.tried', {
            count: result.looked,
            matched: format.number(result.matched),
            looked: format.number(result.looked),
          })}
        </Typography>
        <Bars
          values={result.perDay.map(({ matched }) => matched)}
          label={`${t('topics.perDay')}${t('common.colon')}${days}`}
        />
      </Box>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
        {t('topics.understood')} <code>{result.canonical}</code>
        {languages ? ` · ${t('topics.byLanguage', { languages })}` : ''}
      </Typography>
      {result.complete ? null : <Alert severity="info">{t('topics.incomplete')}</Alert>}
      {result.samples.length === 0 ? (
        <Typography variant="body2">{t('topics.noMatch')}</Typography>
      ) : (
        <Box
          component="ul"
          aria-label={t('topics.samples')}
          sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}
        >
          {result.samples.slice(0, 8).map((sample) => (
            <Box component="li" key={sample.id} sx={{ typography: 'body2' }}>
              <LevelBadge level={sample.level} compact />{' '}
              <Link
                component={RouterLink}
                to={`/inbox/${sample.id}?state=all`}
                target="_blank"
                color="inherit"
              >
                {sample.text.length > 200 ? `${sample.text.slice(0, 200)}…` : sample.text}
              </Link>{' '}
              <Typography variant="caption" sx={{ color: 'text.secondary' }}>
                {sample.authorName} · <RelativeTime instant={sample.publishedAt} />
              </Typography>
            </Box>
          ))}
        </Box>
      )}
    </Box>
  );
}
