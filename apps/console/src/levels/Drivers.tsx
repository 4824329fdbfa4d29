import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { LevelDetail } from '#contract/levels';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { LevelBadge } from '../shared/LevelBadge.js';
import { useNetworkName } from '../shared/network-name.js';
import { inboxAddress } from './inbox-address.js';

/** What drives a topic at a moment: words, authors, networks, copies and posts, each a way to the mentions. */
export function Drivers({ detail }: { detail: LevelDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const networkName = useNetworkName();
  const span = { from: detail.from, to: detail.at };
  const address = (narrowed: Parameters<typeof inboxAddress>[1]) =>
    inboxAddress(detail.topic.id, { ...span, ...narrowed });
  const chip = (key: string, name: string, mentions: number, to: string) => (
    <Chip
      key={key}
      component={RouterLink}
      to={to}
      clickable
      variant="outlined"
      label={`${name} ${format.number(mentions)}`}
      aria-label={t('levels.mentionsOf', { name, count: mentions, number: format.number(mentions) })}
    />
  );
  return (
    <Section heading="h2" title={t('levels.drivers')}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Part title={t('levels.words')} empty={detail.words.length === 0 ? t('levels.noWords') : null}>
          {detail.words.map(({ word, mentions }) => chip(word, word, mentions, address({ search: word })))}
        </Part>
        <Part title={t('levels.networks')} empty={detail.networks.length === 0 ? t('levels.nothing') : null}>
          {detail.networks.map(({ network, mentions }) =>
            chip(network, networkName(network), mentions, address({ network })),
          )}
        </Part>
        <Part title={t('levels.authors')} empty={detail.authors.length === 0 ? t('levels.nothing') : null}>
          {detail.authors.map(({ author, network, mentions, voice }) =>
            chip(
              `${network} ${author}`,
              voice === 'person' ? author : `${author} (${t(`levels.voice.${voice}`)})`,
              mentions,
              address({ search: author.replace(/^@/, ''), network }),
            ),
          )}
        </Part>
        <Part
          title={t('levels.stakeholders')}
          empty={detail.stakeholders.length === 0 ? t('levels.noStakeholders') : null}
        >
          {detail.stakeholders.map(({ id, name, salience, mentions }) =>
            chip(
              id,
              `${name} (${t(`stakeholders.salience.${salience}`).toLocaleLowerCase(format.language)})`,
              mentions,
              address({ stakeholderId: id }),
            ),
          )}
        </Part>
        {detail.copies.length > 0 ? (
          <Part title={t('levels.copies')}>
            <List>
              {detail.copies.map((group) => (
                <Post key={group.mentionId} mentionId={group.mentionId} text={group.text}>
                  {t('levels.copiesOf', {
                    count: group.authors,
                    mentions: format.number(group.mentions),
                    authors: format.number(group.authors),
                  })}
                  {'. '}
                  {group.coordinated ? <strong>{t('levels.coordinated')}. </strong> : null}
                  {t('levels.copiesHint')}
                </Post>
              ))}
            </List>
          </Part>
        ) : null}
        <Part title={t('levels.posts')} empty={detail.posts.length === 0 ? t('levels.nothing') : null}>
          <List>
            {detail.posts.map((post) => (
              <Post key={post.id} mentionId={post.id} text={post.text}>
                <LevelBadge level={post.level} />{' '}
                {t('levels.severityOf', { severity: format.number(post.severity) })} · {post.author ?? '–'} ·{' '}
                {networkName(post.network)} · {format.dateTime(post.publishedAt)}
              </Post>
            ))}
          </List>
        </Part>
      </Box>
    </Section>
  );
}

function Part({
  title,
  empty = null,
  children,
}: {
  title: string;
  empty?: string | null;
  children?: ReactNode;
}) {
  return (
    <Box>
      <Typography variant="body2" component="h3" sx={{ fontWeight: 650, mb: 0.5 }}>
        {title}
      </Typography>
      {empty === null ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>{children}</Box>
      ) : (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {empty}
        </Typography>
      )}
    </Box>
  );
}

function List({ children }: { children: ReactNode }) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1, width: '100%' }}>
      {children}
    </Box>
  );
}

function Post({ mentionId, text, children }: { mentionId: string; text: string; children: ReactNode }) {
  return (
    <Box component="li" sx={{ borderLeft: 3, borderColor: 'divider', pl: 1.25 }}>
      <Link
        component={RouterLink}
        to={`/inbox/${mentionId}?state=all`}
        color="inherit"
        variant="body2"
        sx={{
          display: '-webkit-box',
          WebkitLineClamp: 3,
          WebkitBoxOrient: 'vertical',
          overflow: 'hidden',
          overflowWrap: 'anywhere',
        }}
      >
        {text}
      </Link>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 0.25 }}>
        {children}
      </Typography>
    </Box>
  );
}
