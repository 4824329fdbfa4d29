import UploadIcon from '@mui/icons-material/UploadFile';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ReactNode, useRef, useState } from 'react';
import { Section } from '../inbox/Section.js';
import { ProblemAlert } from './ProblemAlert.js';

/** What would change, or has. */
interface DryRunPlan {
  applied: boolean;
  counts: { new: number; changed: number };
}

/** A change that is asked of the server, as `useChange` gives it. */
interface Step {
  isPending: boolean;
  error: Error | null;
  reset: () => void;
}

interface DryRunImportProps<Plan extends DryRunPlan> {
  title: string;
  text: string;
  words: {
    choose: string;
    noFile: string;
    check: string;
    apply: (count: number) => string;
    applied: (count: number) => string;
  };
  plan: Plan | null;
  check: Step;
  apply: Step;
  /** Another file, or none: what was found in the one before is forgotten. */
  onChoose: () => void;
  onCheck: (form: FormData) => void;
  onApply: (plan: Plan, form: FormData) => void;
  /** The plan, in full. */
  children: ReactNode;
}

/** Brings in a file: it is checked first, what would change is shown, and only that is then done. */
export function DryRunImport<Plan extends DryRunPlan>({
  title,
  text,
  words,
  plan,
  check,
  apply,
  onChoose,
  onCheck,
  onApply,
  children,
}: DryRunImportProps<Plan>) {
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const form = () => {
    const data = new FormData();
    if (file) data.append('file', file);
    return data;
  };
  const choose = (chosen: File | null) => {
    setFile(chosen);
    onChoose();
    check.reset();
    apply.reset();
  };
  const changing = plan === null ? 0 : plan.counts.new + plan.counts.changed;
  return (
    <Section heading="h2" title={title}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Typography variant="body2">{text}</Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
          <Button variant="outlined" startIcon={<UploadIcon />} onClick={() => input.current?.click()}>
            {words.choose}
          </Button>
          <input
            ref={input}
            type="file"
            accept=".csv,.tsv,.txt"
            aria-label={words.choose}
            hidden
            onChange={({ target }) => choose(target.files?.[0] ?? null)}
          />
          <Typography variant="body2" role="status" sx={{ overflowWrap: 'anywhere' }}>
            {file?.name ?? words.noFile}
          </Typography>
        </Box>
        {plan?.applied ? (
          <Alert severity="success" role="status">
            {words.applied(changing)}
          </Alert>
        ) : null}
        {children}
        <ProblemAlert error={check.error ?? apply.error} />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: 1 }}>
          <Button
            variant={plan ? 'text' : 'contained'}
            disabled={!file}
            loading={check.isPending}
            onClick={() => {
              apply.reset();
              onCheck(form());
            }}
          >
            {words.check}
          </Button>
          {plan && !plan.applied && changing > 0 ? (
            <Button variant="contained" loading={apply.isPending} onClick={() => onApply(plan, form())}>
              {words.apply(changing)}
            </Button>
          ) : null}
        </Box>
      </Box>
    </Section>
  );
}
