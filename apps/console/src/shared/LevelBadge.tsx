import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { LEVEL_CODES, LEVEL_SHAPES, levelColour, levelNumber } from '../theme/levels.js';
import { VisuallyHidden } from './VisuallyHidden.js';

interface LevelBadgeProps {
  /** 0 calm to 4 major. */
  level: number;
  /** Shape alone, where the word stands nearby or there is no room; screen readers still get the word. */
  compact?: boolean;
}

/** A crisis level: colour, shape and word together. */
export function LevelBadge({ level, compact = false }: LevelBadgeProps) {
  const { t } = useTranslation();
  const known = levelNumber(level);
  const word = t(`vocabulary.level.${LEVEL_CODES[known]}`);
  return (
    <Box
      component="span"
      title={compact ? word : undefined}
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.75,
        px: compact ? 0.5 : 0.875,
        minWidth: compact ? 22 : undefined,
        height: 22,
        justifyContent: 'center',
        borderRadius: 1,
        fontSize: '0.78125rem',
        fontWeight: 650,
        lineHeight: 1,
        whiteSpace: 'nowrap',
        color: levelColour(known, 'ink'),
        bgcolor: levelColour(known, 'tint'),
      }}
    >
      <span aria-hidden="true">{LEVEL_SHAPES[known]}</span>
      {compact ? <VisuallyHidden>{word}</VisuallyHidden> : word}
    </Box>
  );
}
