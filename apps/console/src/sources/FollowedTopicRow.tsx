import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FollowedTopic } from '#contract/networks';

interface FollowedTopicRowProps {
  topic: FollowedTopic;
  /** Without a live connection the topic is searched for, and no rule is in force. */
  listens: boolean;
}

/** A topic, how its network is asked for it, and in words whatever is not as the query says. */
export function FollowedTopicRow({ topic, listens }: FollowedTopicRowProps) {
  const { t } = useTranslation();
  const { topicId, name, rules, widened, leftOut } = topic;
  return (
    <Box
      component="li"
      sx={{ px: 2, py: 1.25, display: 'grid', gap: 0.75, borderBottom: 1, borderColor: 'divider' }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Typography variant="h3" component="h2" sx={{ flex: '1 1 200px' }}>
          <MuiLink component={Link} to={`/topics/${topicId}`} sx={{ display: 'inline-block', py: 0.5 }}>
            {name}
          </MuiLink>
        </Typography>
        <Chip
          variant="outlined"
          color={leftOut === null ? 'success' : 'default'}
          label={t(leftOut === null ? 'sources.isFollowed' : 'sources.isLeftOut')}
        />
      </Box>
      {leftOut === null ? null : (
        <Typography variant="body2">{t(`sources.leftOutBecause.${leftOut}`)}</Typography>
      )}
      {rules.length > 0 ? (
        <Box
          component="ul"
          aria-label={t('sources.rulesOf', { name })}
          sx={{ m: 0, paddingInlineStart: 2.5, display: 'grid', gap: 0.5 }}
        >
          {rules.map(({ value, inForce, refused }) => (
            <li key={value}>
              <Box
                component="code"
                sx={{ typography: 'body2', fontFamily: 'monospace', overflowWrap: 'anywhere' }}
              >
                {value}
              </Box>{' '}
              {listens ? (
                <Typography
                  component="span"
                  variant="caption"
                  sx={{ color: refused === null ? 'text.secondary' : 'error.main' }}
                >
                  {refused !== null
                    ? t('sources.ruleRefused', { reason: refused })
                    : t(inForce ? 'sources.ruleInForce' : 'sources.ruleWaits')}
                </Typography>
              ) : null}
            </li>
          ))}
        </Box>
      ) : null}
      {widened.length > 0 && leftOut === null ? (
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
          {t('sources.widened', { what: widened.map((one) => t(`sources.widenedBy.${one}`)).join(', ') })}
        </Typography>
      ) : null}
    </Box>
  );
}
