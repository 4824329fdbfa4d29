import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { numberWithin } from './brief.js';

interface NumberFieldProps {
  label: string;
  value: number;
  least: number;
  most: number;
  onChange: (value: number) => void;
}

/** A whole number within bounds; what is typed is put right when the field is left. */
export function NumberField({ label, value, least, most, onChange }: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      type="number"
      label={label}
      value={typed ?? String(value)}
      onChange={({ target }) => {
        setTyped(target.value);
        const given = Number(target.value);
        if (target.value !== '' && given === numberWithin(target.value, least, most)) onChange(given);
      }}
      onBlur={() => {
        if (typed !== null) onChange(numberWithin(typed, least, most));
        setTyped(null);
      }}
      slotProps={{ htmlInput: { min: least, max: most, inputMode: 'numeric' } }}
    />
  );
}
