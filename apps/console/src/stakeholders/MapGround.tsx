import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { QUADRANTS } from '#rules/stakeholders';
import { LINE } from './map-geometry.js';

const CORNERS = [
  { right: 8, top: 6 },
  { left: 8, top: 6 },
  { right: 8, bottom: 6 },
  { left: 8, bottom: 6 },
];

/** What every map of power and interest is drawn on: the lines between low and high, and the names of the fields. */
export function MapGround() {
  const { t } = useTranslation();
  return (
    <>
      <Box
        aria-hidden="true"
        sx={{
          ...{ position: 'absolute', inset: 0, top: 'auto', height: `${LINE}%` },
          ...{ borderTop: 1, borderTopStyle: 'dashed', borderColor: 'text.secondary' },
        }}
      />
      <Box
        aria-hidden="true"
        sx={{
          ...{ position: 'absolute', inset: 0, right: 'auto', width: `${LINE}%` },
          ...{ borderRight: 1, borderRightStyle: 'dashed', borderColor: 'text.secondary' },
        }}
      />
      {QUADRANTS.map((quadrant, at) => (
        <Typography
          key={quadrant}
          variant="caption"
          aria-hidden="true"
          sx={{ position: 'absolute', color: 'text.secondary', fontWeight: 650, ...CORNERS[at] }}
        >
          {t(`stakeholders.quadrant.${quadrant}`)}
        </Typography>
      ))}
    </>
  );
}
