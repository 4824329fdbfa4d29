import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { FigureCode } from '#rules/figures';
import { useNetworkName } from '../shared/network-name.js';
import { LazyCourseChart } from './LazyCharts.js';
import { ShareBars } from './ShareBars.js';
import { TopicLevels } from './TopicLevels.js';
import { useFigureWords } from './use-figure-words.js';
import type { WallView } from './use-wall.js';
import { WallIncidents } from './WallIncidents.js';

export const WALL_SLIDES = ['levels', 'incidents', 'figures', 'volume', 'networks'] as const;
export type WallSlideName = (typeof WALL_SLIDES)[number];

/** What can be read from across a room. */
const LARGE: readonly FigureCode[] = [
  'mentions',
  'negativeShare',
  'reach',
  'backlog',
  'responseMedian',
  'fromLibrary',
  'escalationsOpen',
  'escalationsOverdue',
];

/** One slide of the wall. */
export function WallSlide({ name, view }: { name: WallSlideName; view: WallView }) {
  const { t } = useTranslation();
  const networkName = useNetworkName();
  switch (name) {
    case 'levels':
      return view.topics.items.length === 0 ? (
        <Typography sx={{ fontSize: '2.5rem' }}>{t('wall.calm')}</Typography>
      ) : (
        <Box sx={{ zoom: { md: 1.4, xl: 1.7 } }}>
          <TopicLevels topics={view.topics.items} range={view.topics.range} addressOf={null} />
        </Box>
      );
    case 'incidents':
      return <WallIncidents incidents={view.incidents} />;
    case 'figures':
      return <LargeFigures view={view} />;
    case 'volume':
      return (
        <Box sx={{ height: 'max(320px, calc(100dvh - 220px))' }}>
          <LazyCourseChart course={view.dashboard.course} size="wall" />
        </Box>
      );
    case 'networks':
      return (
        <Box sx={{ fontSize: 'clamp(1.1rem, 1.8vw, 2.2rem)' }}>
          <ShareBars lines={view.breakdown.networks} nameOf={networkName} addressOf={null} />
        </Box>
      );
  }
}

function LargeFigures({ view }: { view: WallView }) {
  const { words, shown, trend } = useFigureWords();
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gap: 3,
        gridTemplateColumns: {
          xs: 'minmax(0, 1fr)',
          sm: 'repeat(2, minmax(0, 1fr))',
          lg: 'repeat(4, minmax(0, 1fr))',
        },
        gridAutoRows: '1fr',
        minHeight: { lg: 'calc(100dvh - 220px)' },
      }}
    >
      {LARGE.flatMap((code) => {
        const figure = view.dashboard.figures.find((one) => one.code === code);
        if (!figure) return [];
        return [
          <Box
            key={code}
            sx={{
              ...{ display: 'flex', flexDirection: 'column', justifyContent: 'center' },
              ...{ border: 1, borderColor: 'divider', borderRadius: 2, p: 3, bgcolor: 'background.paper' },
            }}
          >
            <Typography
              component="dt"
              sx={{ fontSize: 'clamp(1rem, 1.4vw, 1.75rem)', color: 'text.secondary' }}
            >
              {words(code).name}
            </Typography>
            <Typography
              component="dd"
              sx={{ m: 0, fontSize: 'clamp(2.2rem, 3.6vw, 4.75rem)', fontWeight: 700, lineHeight: 1.15 }}
            >
              {shown(figure)}
            </Typography>
            <Typography component="dd" sx={{ m: 0, fontSize: 'clamp(1rem, 1.2vw, 1.5rem)' }}>
              {trend(figure)?.text ?? '\u00a0'}
            </Typography>
          </Box>,
        ];
      })}
    </Box>
  );
}
