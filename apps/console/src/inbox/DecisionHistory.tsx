import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Decision } from '#contract/mentions';
import { NO_REPLY_REASONS } from '#contract/mentions';
import { PersonName } from '../shared/PersonName.js';
import { RelativeTime } from '../shared/RelativeTime.js';
import { Section } from './Section.js';
import { usePeople } from './use-people.js';

/** Who decided what on the mention, newest first as the API gives it. */
export function DecisionHistory({ decisions }: { decisions: readonly Decision[] }) {
  const { t } = useTranslation();
  if (decisions.length === 0) return null;
  return (
    <Section title={t('inbox.history.title')}>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {decisions.map((decision) => (
          <Entry key={decision.id} decision={decision} />
        ))}
      </Box>
    </Section>
  );
}

function Entry({ decision }: { decision: Decision }) {
  const { t } = useTranslation();
  const what = useDecisionWords()(decision);
  return (
    <Box component="li" sx={{ typography: 'body2' }}>
      <Box component="span" sx={{ textDecoration: decision.undone ? 'line-through' : 'none' }}>
        <strong>
          <PersonName person={decision.by} />
        </strong>{' '}
        · {what}
      </Box>
      {decision.undone ? ` · ${t('inbox.history.undone')}` : null}
      <Typography component="span" variant="caption" sx={{ color: 'text.secondary', marginInlineStart: 1 }}>
        <RelativeTime instant={decision.at} />
      </Typography>
      {decision.note ? (
        <Typography variant="body2" sx={{ color: 'text.secondary', whiteSpace: 'pre-wrap' }}>
          {decision.note}
        </Typography>
      ) : null}
    </Box>
  );
}

function useDecisionWords(): (decision: Decision) => string {
  const { t, i18n } = useTranslation();
  const people = usePeople();
  return ({ action, reason, to }) => {
    const key = `inbox.history.action.${action}`;
    const name = people.find(({ id }) => id === to.assigneeId)?.name ?? '';
    const said = i18n.exists(key) ? String(t(key as 'inbox.history.action.take', { name })) : action;
    const known = NO_REPLY_REASONS.find((one) => one === reason);
    return known ? `${said}${t('common.colon')}${t(`vocabulary.noReplyReason.${known}`)}` : said;
  };
}
