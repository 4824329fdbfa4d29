import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { type Figure, FIGURES } from '#rules/figures';
import { LazySparkline } from './LazyCharts.js';
import { useFigureWords } from './use-figure-words.js';

const ARROWS = { up: '↗', down: '↘', same: '→' } as const;
const MARKS = { better: '✓', worse: '!' } as const;

/** One figure: what it is, its value, how it moved, its course. The value opens what is counted. */
export function FigureCard({ figure, address }: { figure: Figure; address: string }) {
  const { t } = useTranslation();
  const { words, value, shown, trend } = useFigureWords();
  const { name, meaning } = words(figure.code);
  const moved = trend(figure);
  return (
    <Box
      component="li"
      sx={{
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
        p: { xs: 1.25, sm: 1.5 },
        overflowWrap: 'anywhere',
        minWidth: 0,
        display: 'flex',
        flexDirection: 'column',
        gap: 0.25,
        breakInside: 'avoid',
      }}
    >
      <Typography variant="body2" component="h3" title={meaning} sx={{ color: 'text.secondary' }}>
        {name}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'end', columnGap: 1, minHeight: 40 }}>
        <Link
          component={RouterLink}
          to={address}
          aria-label={t('dashboard.open', { name, value: shown(figure) })}
          sx={{ fontSize: '1.5rem', fontWeight: 650, lineHeight: 1.3, color: 'text.primary' }}
        >
          {shown(figure)}
        </Link>
        <Box sx={{ flex: 1 }} />
        {figure.course.length > 1 && figure.course.some((one) => one !== null) ? (
          <Box
            role="img"
            aria-label={t('dashboard.course', {
              values: figure.course.map((one) => value(figure.code, one)).join(', '),
            })}
            sx={{ width: 96, height: 36, flexShrink: 0 }}
          >
            <Box inert>
              <LazySparkline data={figure.course} />
            </Box>
          </Box>
        ) : null}
      </Box>
      <Typography variant="caption" component="p" sx={{ m: 0, color: 'text.secondary' }}>
        {figure.value === null ? t('dashboard.nothing') : null}
        {moved ? (
          <>
            <span aria-hidden="true">{ARROWS[moved.way]} </span>
            {moved.text}
            {moved.verdict ? (
              <Box
                component="span"
                sx={{ fontWeight: 650, color: moved.verdict === 'better' ? 'success.main' : 'error.main' }}
              >
                {' '}
                <span aria-hidden="true">{MARKS[moved.verdict]} </span>
                {t(`dashboard.${moved.verdict}`)}
              </Box>
            ) : null}
            {' · '}
            {t('dashboard.before', { value: value(figure.code, figure.before) })}
          </>
        ) : figure.value !== null ? (
          t(FIGURES[figure.code].when === 'now' ? 'dashboard.now' : 'dashboard.noBefore')
        ) : null}
        {figure.of !== null && figure.of > 0 ? (
          <>
            {' · '}
            {t('dashboard.ofWhole', { counted: figure.counted, of: figure.of })}
          </>
        ) : null}
      </Typography>
    </Box>
  );
}
