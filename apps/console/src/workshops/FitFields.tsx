import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { type MethodFit, OBJECTIVES, PLACES, TRUSTS } from '#contract/workshops';
import { NumberField } from './NumberField.js';
import { PLACE_WORDS, STRENGTH_WORDS } from './strength-words.js';

interface FitFieldsProps {
  fit: MethodFit;
  /** By the path of the field. */
  errors: Readonly<Record<string, string>>;
  onChange: (fit: MethodFit) => void;
}

const STRENGTHS = [0, 1, 2, 3] as const;
const PLACED = [0, 1, 2] as const;
const PAIRS = { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))', md: 'repeat(3, minmax(0, 1fr))' };

/** What the adviser is told of a method: what for, how many people, how long, where, and how much trust. */
export function FitFields({ fit, errors, onChange }: FitFieldsProps) {
  const { t } = useTranslation();
  const refused = ['objectives', 'people.max', 'minutes.max'].flatMap((field) => {
    const error = errors[`method.fit.${field}`];
    return error === undefined ? [] : [error];
  });
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: PAIRS }}>
        {OBJECTIVES.map((objective) => (
          <TextField
            key={objective}
            select
            label={t(`workshops.objective.${objective}`)}
            value={fit.objectives[objective]}
            onChange={({ target }) => {
              const strength = STRENGTHS.find((one) => one === Number(target.value)) ?? 0;
              onChange({ ...fit, objectives: { ...fit.objectives, [objective]: strength } });
            }}
          >
            {STRENGTHS.map((strength) => (
              <MenuItem key={strength} value={strength}>
                {t(`workshops.method.strength.${STRENGTH_WORDS[strength]}`)}
              </MenuItem>
            ))}
          </TextField>
        ))}
        {PLACES.map((place) => (
          <TextField
            key={place}
            select
            label={t(`workshops.place.${place}`)}
            value={fit.places[place]}
            onChange={({ target }) => {
              const placed = PLACED.find((one) => one === Number(target.value)) ?? 0;
              onChange({ ...fit, places: { ...fit.places, [place]: placed } });
            }}
          >
            {PLACED.map((placed) => (
              <MenuItem key={placed} value={placed}>
                {t(`workshops.method.placed.${PLACE_WORDS[placed]}`)}
              </MenuItem>
            ))}
          </TextField>
        ))}
      </Box>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', maxWidth: 480 }}>
        {(['people', 'minutes'] as const).flatMap((bound) =>
          (['min', 'max'] as const).map((end) => (
            <NumberField
              key={`${bound}.${end}`}
              label={t(`workshops.method.${bound}.${end}`)}
              value={fit[bound][end]}
              least={bound === 'people' ? 2 : 5}
              most={bound === 'people' ? 500 : 6000}
              onChange={(value) => onChange({ ...fit, [bound]: { ...fit[bound], [end]: value } })}
            />
          )),
        )}
      </Box>
      <TextField
        select
        label={t('workshops.method.trust')}
        value={fit.trust}
        error={refused.length > 0}
        helperText={refused.length > 0 ? refused.join(' ') : undefined}
        onChange={({ target }) =>
          onChange({ ...fit, trust: TRUSTS.find((one) => one === target.value) ?? 'low' })
        }
        sx={{ maxWidth: 480 }}
      >
        {TRUSTS.map((trust) => (
          <MenuItem key={trust} value={trust}>
            {t(`workshops.trust.${trust}`)}
          </MenuItem>
        ))}
      </TextField>
    </Box>
  );
}
