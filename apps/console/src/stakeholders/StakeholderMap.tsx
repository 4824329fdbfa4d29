import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { StakeholderSummary } from '#contract/stakeholders';
import { Section } from '../inbox/Section.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { numberAtPlace } from './map-geometry.js';
import { MapGround } from './MapGround.js';
import { MAP_HEIGHT, MapLabels } from './MapLabels.js';
import { MapPoint } from './MapPoint.js';
import { useElementWidth } from './use-element-width.js';
import { useMapMoves } from './use-map-moves.js';

interface StakeholderMapProps {
  items: readonly StakeholderSummary[];
  writes: boolean;
}

/** Power upwards, interest to the right. On narrow screens the list below stands for it. */
export function StakeholderMap({ items, writes }: StakeholderMapProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const width = useElementWidth(box);
  const moves = useMapMoves();
  const numbers = numberAtPlace(items.map((item) => ({ id: item.id, ...moves.placeOf(item) })));
  return (
    <Box sx={{ display: { xs: 'none', md: 'block' } }}>
      <Section heading="h2" title={t('stakeholders.map')}>
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
          {t(writes ? 'stakeholders.mapHint' : 'stakeholders.mapHintRead')} {t('stakeholders.mapLegend')}
        </Typography>
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: 'auto minmax(0, 1fr)',
            alignItems: 'center',
            columnGap: 1,
          }}
        >
          <Typography
            variant="caption"
            aria-hidden="true"
            sx={{ writingMode: 'vertical-rl', rotate: '180deg' }}
          >
            {t('stakeholders.power')} →
          </Typography>
          <Box
            ref={box}
            role="group"
            aria-label={t('stakeholders.map')}
            sx={{
              position: 'relative',
              height: MAP_HEIGHT,
              border: 1,
              borderColor: 'divider',
              borderRadius: 1,
              bgcolor: 'background.paper',
              overflow: 'hidden',
              touchAction: 'none',
            }}
          >
            <MapGround />
            <MapLabels items={items} numbers={numbers} placeOf={moves.placeOf} width={width} />
            {items.map((item) => (
              <MapPoint
                key={item.id}
                item={item}
                number={numbers.get(item.id) ?? 0}
                box={box}
                moves={writes ? moves : null}
                place={moves.placeOf(item)}
              />
            ))}
          </Box>
          <span />
          <Typography variant="caption" aria-hidden="true" sx={{ textAlign: 'end' }}>
            {t('stakeholders.interest')} →
          </Typography>
        </Box>
        <Typography variant="body2" role="status" sx={{ minHeight: 24, mt: 0.5 }}>
          {moves.said}
        </Typography>
        <ProblemAlert error={moves.error} sx={{ mt: 1 }} />
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
          {t('stakeholders.mapSource')}
        </Typography>
      </Section>
    </Box>
  );
}
