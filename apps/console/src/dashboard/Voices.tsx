import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { readDashboardVoices } from '#contract/dashboard';
import { isErasedAuthor } from '#rules/mentions';
import type { ResponseOf } from '#platform/contract';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { LevelBadge } from '../shared/LevelBadge.js';
import { useNetworkName } from '../shared/network-name.js';
import { type DashboardScope, mentionsAddress } from './dashboard-scope.js';
import { ShareBars } from './ShareBars.js';

export type VoicesView = ResponseOf<typeof readDashboardVoices>;

/** Name of a kind of author. */
export function useVoiceName(): (code: string) => string {
  const { t, i18n } = useTranslation();
  return (code) => {
    const key = `reasons.authorKind.${code}`;
    return i18n.exists(key) ? String(t(key as 'reasons.authorKind.press')) : t('dashboard.unknownVoice');
  };
}

/** Name of a language, or that it is not known. */
export function useSpokenName(): (code: string) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (code) => (code === 'und' ? t('vocabulary.languageUnknown') : format.languageName(code));
}

/** Where, by whom and in which language it is said. */
export function Voices({ voices, scope }: { voices: VoicesView; scope: DashboardScope }) {
  const { t } = useTranslation();
  const networkName = useNetworkName();
  const voiceName = useVoiceName();
  const spokenName = useSpokenName();
  const opens =
    (field: string) =>
    (code: string, more: Readonly<Record<string, string>> = {}) =>
      mentionsAddress(scope, voices.range, { state: 'all', [field]: code, ...more });
  const { networks, voices: kinds, languages } = voices.breakdown;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', lg: 'repeat(3, 1fr)' } }}>
      <Section heading="h2" title={t('dashboard.networksTitle')}>
        <ShareBars lines={networks} nameOf={networkName} addressOf={opens('network')} />
      </Section>
      <Section heading="h2" title={t('dashboard.voicesTitle')}>
        <ShareBars lines={kinds} nameOf={voiceName} addressOf={opens('voice')} />
        <Typography variant="caption" component="p" sx={{ m: 0, mt: 1, color: 'text.secondary' }}>
          {t('dashboard.voicesHint')}
        </Typography>
      </Section>
      <Section heading="h2" title={t('dashboard.languagesTitle')}>
        <ShareBars lines={languages} nameOf={spokenName} addressOf={opens('language')} />
      </Section>
    </Box>
  );
}

type Speaker = VoicesView['authors'][number];

/** Who speaks most, and the mentions that weigh most. */
export function Content({ voices, scope }: { voices: VoicesView; scope: DashboardScope }) {
  const { t } = useTranslation();
  const format = useFormat();
  const networkName = useNetworkName();
  const voiceName = useVoiceName();
  const { from, to } = voices.authorDays;
  const lastDay = new Date(Date.parse(to) - 1);
  const saidBy = ({ author, network }: Speaker, more: Readonly<Record<string, string>> = {}) =>
    isErasedAuthor(author)
      ? null
      : mentionsAddress(scope, voices.authorDays, { state: 'all', author, network, ...more });
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
      }}
    >
      <Section heading="h2" title={t('dashboard.contentTitle')}>
        {voices.content.length === 0 ? (
          <Typography variant="body2">{t('dashboard.noContent')}</Typography>
        ) : null}
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.25 }}>
          {voices.content.map(({ id, level, text, author, network, publishedAt }) => (
            <Box component="li" key={id} sx={{ breakInside: 'avoid' }}>
              <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
                <LevelBadge level={level} />
                <Typography variant="caption" sx={{ color: 'text.secondary' }}>
                  {[author, networkName(network), format.dateTime(publishedAt)].filter(Boolean).join(' · ')}
                </Typography>
              </Box>
              <Link
                component={RouterLink}
                to={`/inbox/${id}?state=all`}
                variant="body2"
                sx={{
                  color: 'text.primary',
                  display: '-webkit-box',
                  overflow: 'hidden',
                  WebkitLineClamp: 2,
                  WebkitBoxOrient: 'vertical',
                  overflowWrap: 'anywhere',
                }}
              >
                {text}
              </Link>
            </Box>
          ))}
        </Box>
      </Section>
      <Section heading="h2" title={t('dashboard.authorsTitle')}>
        {voices.authors.length === 0 ? (
          <Typography variant="body2">{t('dashboard.noAuthors')}</Typography>
        ) : (
          <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={t('dashboard.authorsTitle')}>
            <Table size="small" aria-label={t('dashboard.authorsTitle')} sx={{ '& th, & td': { px: 1 } }}>
              <TableHead>
                <TableRow>
                  <TableCell>{t('dashboard.author')}</TableCell>
                  <TableCell align="right">{t('dashboard.mentions')}</TableCell>
                  <TableCell align="right">{t('dashboard.negative')}</TableCell>
                  <TableCell align="right">{t('dashboard.followers')}</TableCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {voices.authors.map((line) => (
                  <TableRow key={`${line.network} ${line.author}`}>
                    <TableCell component="th" scope="row">
                      <AuthorName>
                        {isErasedAuthor(line.author) ? t('dashboard.erasedAuthor') : line.author}
                      </AuthorName>
                      <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
                        {networkName(line.network)} · {voiceName(line.voice)}
                      </Typography>
                    </TableCell>
                    <TableCell align="right">
                      <Count count={line.mentions} to={saidBy(line)} />
                    </TableCell>
                    <TableCell align="right">
                      <Count count={line.negative} to={saidBy(line, { sentiment: 'negative' })} />
                    </TableCell>
                    <TableCell align="right">{format.compact(line.followers)}</TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </Box>
        )}
        <Typography variant="caption" component="p" sx={{ m: 0, mt: 1, color: 'text.secondary' }}>
          {t('dashboard.authorsHint', { from: format.date(from), to: format.date(lastDay) })}
        </Typography>
      </Section>
    </Box>
  );
}

/** A name that breaks between its words; a word that is too long is cut for the eye: it stands whole on hover, and on paper. */
function AuthorName({ children: name }: { children: string }) {
  return (
    <Box
      title={name}
      sx={{
        ...{ maxWidth: '16ch', overflow: 'hidden', textOverflow: 'ellipsis' },
        '@media print': { maxWidth: 'none', overflow: 'visible', overflowWrap: 'anywhere' },
      }}
    >
      {name}
    </Box>
  );
}

/** A number that opens what it counts; plain where there is nothing to open. */
function Count({ count, to }: { count: number; to: string | null }) {
  const format = useFormat();
  if (to === null || count === 0) return <>{format.number(count)}</>;
  return (
    <Link component={RouterLink} to={to}>
      {format.number(count)}
    </Link>
  );
}
