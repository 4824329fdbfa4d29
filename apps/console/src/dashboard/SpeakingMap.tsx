import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useFormat } from '../i18n/format.js';
import { besideBy, numberAtPlace, percentOf } from '../stakeholders/map-geometry.js';
import { MapGround } from '../stakeholders/MapGround.js';
import type { SpeakingView } from './SpeakingStakeholders.js';

type Speaking = SpeakingView['items'][number];

/** Side of a point, in pixels: of one who said little, and of the one who said most. */
const SMALL = 36;
const LARGE = 54;
/** From this share on what somebody says counts as mostly negative. */
const MOSTLY = 0.5;

/** Power upwards, interest to the right; the larger, the more was said; numbered as in the table. Who is mostly negative has a thick edge and a sign. */
export function SpeakingMap({
  items,
  addressOf,
}: {
  items: readonly Speaking[];
  addressOf: (stakeholderId: string) => string;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const numbers = numberAtPlace(items.map((item) => ({ ...item, id: item.stakeholderId })));
  const most = Math.max(...items.map(({ mentions }) => mentions), 1);
  return (
    <Box sx={{ display: { xs: 'none', md: 'block' } }}>
      <Box
        role="group"
        aria-label={t('dashboard.speakingMap')}
        sx={{
          position: 'relative',
          height: 380,
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          overflow: 'hidden',
        }}
      >
        <MapGround />
        {items.map((item, place) => {
          const { left, bottom } = percentOf(item);
          const beside = besideBy(numbers.get(item.stakeholderId) ?? 0);
          const size = SMALL + (LARGE - SMALL) * Math.sqrt(item.mentions / most);
          const negative = item.negative / item.mentions >= MOSTLY;
          const label = t('dashboard.speakingPoint', {
            ...{ number: place + 1, name: item.name, mentions: format.number(item.mentions) },
            count: item.mentions,
            share: format.percent(item.negative / item.mentions),
          });
          return (
            <Tooltip key={item.stakeholderId} title={label}>
              <Box
                component={RouterLink}
                to={addressOf(item.stakeholderId)}
                aria-label={label}
                sx={{
                  position: 'absolute',
                  display: 'grid',
                  placeItems: 'center',
                  transform: `translate(calc(-50% + ${beside.x}px), calc(50% + ${beside.y}px))`,
                  borderRadius: item.kind === 'person' ? '50%' : '6px',
                  border: negative ? 4 : 2,
                  borderColor: negative ? 'error.main' : 'primary.main',
                  bgcolor: 'background.paper',
                  color: 'text.primary',
                  fontSize: 12,
                  fontWeight: 700,
                  textDecoration: 'none',
                  // A sign and no text: what can be read on a point is what one says to open it.
                  '&::after': { content: negative ? '" −"' : 'none' },
                  '&:focus-visible': {
                    ...{ outline: '3px solid', outlineColor: 'var(--passerelle-palette-primary-main)' },
                    ...{ outlineOffset: 2, zIndex: 1 },
                  },
                }}
                style={{ left: `${left}%`, bottom: `${bottom}%`, width: size, height: size }}
              >
                {place + 1}
              </Box>
            </Tooltip>
          );
        })}
      </Box>
      <Typography variant="caption" component="p" sx={{ m: 0, mt: 0.5, color: 'text.secondary' }}>
        {t('dashboard.speakingLegend')}
      </Typography>
    </Box>
  );
}
