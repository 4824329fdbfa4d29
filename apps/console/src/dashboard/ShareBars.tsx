import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useFormat } from '../i18n/format.js';

interface ShareBarsProps {
  lines: readonly { code: string; mentions: number; negative: number }[];
  nameOf: (code: string) => string;
  /** null on a wall, where nothing opens. */
  addressOf: ((code: string, more?: Readonly<Record<string, string>>) => string) | null;
}

/** Lines with a bar for mentions, the negative part of it hatched, and the figures in words. */
export function ShareBars({ lines, nameOf, addressOf }: ShareBarsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const most = Math.max(1, ...lines.map(({ mentions }) => mentions));
  if (lines.length === 0) return <Typography variant="body2">{t('dashboard.nothing')}</Typography>;
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
      {lines.map(({ code, mentions, negative }) => {
        const figure = t('dashboard.mentionsOf', { count: mentions, shown: format.number(mentions) });
        const share = t('dashboard.share', { share: format.percent(negative / Math.max(1, mentions)) });
        return (
          <Box component="li" key={code} sx={{ breakInside: 'avoid' }}>
            <Box
              sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'baseline', fontSize: 'inherit' }}
            >
              <Typography variant="body2" component="span" sx={{ flex: 1, fontSize: 'inherit' }}>
                {nameOf(code)}
              </Typography>
              <Typography variant="body2" component="span" sx={{ fontSize: 'inherit' }}>
                {addressOf ? (
                  <Link component={RouterLink} to={addressOf(code)}>
                    {figure}
                  </Link>
                ) : (
                  figure
                )}
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {' · '}
                  {addressOf && negative > 0 ? (
                    <Link
                      component={RouterLink}
                      to={addressOf(code, { sentiment: 'negative' })}
                      color="inherit"
                    >
                      {share}
                    </Link>
                  ) : (
                    share
                  )}
                </Box>
              </Typography>
            </Box>
            <Box
              aria-hidden="true"
              sx={{ display: 'flex', height: 8, mt: 0.25, width: `${(mentions / most) * 100}%` }}
            >
              <Box
                sx={{
                  width: `${(negative / Math.max(1, mentions)) * 100}%`,
                  background:
                    'repeating-linear-gradient(45deg, var(--passerelle-level-3-solid) 0 3px, transparent 3px 6px)',
                  border: 1,
                  borderColor: 'var(--passerelle-level-3-solid)',
                  printColorAdjust: 'exact',
                }}
              />
              <Box sx={{ flex: 1, bgcolor: 'primary.main', printColorAdjust: 'exact' }} />
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}
