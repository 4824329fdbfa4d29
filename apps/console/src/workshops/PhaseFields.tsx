import DownIcon from '@mui/icons-material/ArrowDownward';
import RemoveIcon from '@mui/icons-material/Delete';
import UpIcon from '@mui/icons-material/ArrowUpward';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { ITEM_KINDS, type Phase } from '#contract/workshops';
import { NumberField } from './NumberField.js';

interface PhaseFieldsProps {
  phase: Phase;
  number: number;
  /** It has begun, and stays as it is. */
  begun: boolean;
  first: boolean;
  last: boolean;
  onChange: (phase: Phase) => void;
  onMove: (step: 1 | -1) => void;
  onRemove: () => void;
}

const GROUPINGS = ['none', 'pairs', 'tables', 'sessions'] as const;

/** One phase: what people do, how long, in which groups, and what they write down. */
export function PhaseFields({
  phase,
  number,
  begun,
  first,
  last,
  onChange,
  onMove,
  onRemove,
}: PhaseFieldsProps) {
  const { t } = useTranslation();
  const named = { number, title: phase.title };
  const change = (part: Partial<Phase>) => onChange({ ...phase, ...part });
  return (
    <Box
      component="fieldset"
      disabled={begun}
      sx={{ m: 0, border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5, minWidth: 0 }}
    >
      <Box component="legend" sx={{ px: 0.5, typography: 'caption', fontWeight: 600 }}>
        {t(begun ? 'workshops.plan.begunPhase' : 'workshops.plan.phase', { number })}
      </Box>
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr) 96px' }}>
          <TextField
            label={t('workshops.plan.title')}
            value={phase.title}
            disabled={begun}
            onChange={({ target }) => change({ title: target.value })}
            slotProps={{ htmlInput: { maxLength: 80 } }}
          />
          <NumberField
            label={t('workshops.plan.minutes')}
            value={phase.minutes}
            least={1}
            most={600}
            onChange={(minutes) => change({ minutes })}
          />
        </Box>
        <TextField
          multiline
          label={t('workshops.plan.text')}
          value={phase.text}
          disabled={begun}
          onChange={({ target }) => change({ text: target.value })}
          slotProps={{ htmlInput: { maxLength: 1000 } }}
        />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
          <TextField
            select
            disabled={begun}
            label={t('workshops.plan.captures')}
            value={phase.captures}
            onChange={({ target }) => {
              const chosen = target.value as unknown as readonly string[];
              change({ captures: ITEM_KINDS.filter((kind) => chosen.includes(kind)) });
            }}
            slotProps={{
              select: { multiple: true, displayEmpty: true },
              inputLabel: { shrink: true },
            }}
            sx={{ flex: '1 1 180px', minWidth: 0 }}
          >
            {ITEM_KINDS.map((kind) => (
              <MenuItem key={kind} value={kind}>
                {t(`workshops.kind.${kind}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            select
            disabled={begun}
            label={t('workshops.plan.grouping')}
            value={phase.grouping?.kind ?? 'none'}
            onChange={({ target }) => {
              const kind = GROUPINGS.find((one) => one === target.value) ?? 'none';
              change({
                grouping:
                  kind === 'none'
                    ? null
                    : { kind, size: kind === 'pairs' ? 2 : (phase.grouping?.size ?? 5), hostStays: false },
              });
            }}
            sx={{ flex: '1 1 160px', minWidth: 0 }}
          >
            {GROUPINGS.map((kind) => (
              <MenuItem key={kind} value={kind}>
                {t(`workshops.grouping.${kind}`)}
              </MenuItem>
            ))}
          </TextField>
          {phase.grouping?.kind === 'tables' ? (
            <Box sx={{ width: 110 }}>
              <NumberField
                label={t('workshops.plan.size')}
                value={phase.grouping.size}
                least={2}
                most={30}
                onChange={(size) => change({ grouping: phase.grouping && { ...phase.grouping, size } })}
              />
            </Box>
          ) : null}
        </Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
          <FormControlLabel
            disabled={begun}
            control={<Checkbox checked={phase.voting} onChange={(_, voting) => change({ voting })} />}
            label={t('workshops.voting')}
          />
          {phase.grouping?.kind === 'tables' ? (
            <FormControlLabel
              disabled={begun}
              control={
                <Checkbox
                  checked={phase.grouping.hostStays}
                  onChange={(_, hostStays) =>
                    change({ grouping: phase.grouping && { ...phase.grouping, hostStays } })
                  }
                />
              }
              label={t('workshops.plan.hostStays')}
            />
          ) : null}
          <Box sx={{ flex: 1 }} />
          <IconButton
            disabled={begun || first}
            aria-label={t('workshops.plan.up', named)}
            onClick={() => onMove(-1)}
          >
            <UpIcon />
          </IconButton>
          <IconButton
            disabled={begun || last}
            aria-label={t('workshops.plan.down', named)}
            onClick={() => onMove(1)}
          >
            <DownIcon />
          </IconButton>
          <IconButton disabled={begun} aria-label={t('workshops.plan.remove', named)} onClick={onRemove}>
            <RemoveIcon />
          </IconButton>
        </Box>
      </Box>
    </Box>
  );
}
