import TextField from '@mui/material/TextField';

interface LinesFieldProps {
  label: string;
  hint?: string;
  language?: string;
  lines: readonly string[];
  onChange: (lines: string[]) => void;
}

/** A list of short texts, one per line. */
export function LinesField({ label, hint, language, lines, onChange }: LinesFieldProps) {
  return (
    <TextField
      multiline
      minRows={3}
      label={label}
      helperText={hint}
      value={lines.join('\n')}
      onChange={({ target }) => onChange(target.value === '' ? [] : target.value.split('\n'))}
      slotProps={{ htmlInput: { lang: language } }}
    />
  );
}
