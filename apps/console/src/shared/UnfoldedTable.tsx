import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import type { ReactNode } from 'react';
import { useState } from 'react';

interface UnfoldedTableProps {
  /** What is folded away, and the name of the part that scrolls. */
  label: string;
  /** On paper there is the drawing instead. */
  printed?: boolean;
  /** Head and body; made only once it is unfolded. */
  children: () => ReactNode;
}

/** The figures behind a drawing, folded away: whoever does not see the drawing, or wants to know exactly, unfolds them. */
export function UnfoldedTable({ label, printed = true, children }: UnfoldedTableProps) {
  const [open, setOpen] = useState(false);
  return (
    <Box
      component="details"
      className={printed ? undefined : 'no-print'}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <Box component="summary" sx={{ cursor: 'pointer', typography: 'body2', py: 0.5 }}>
        {label}
      </Box>
      {open ? (
        <Box sx={{ maxHeight: 420, overflow: 'auto' }} tabIndex={0} role="region" aria-label={label}>
          <Table size="small" stickyHeader>
            {children()}
          </Table>
        </Box>
      ) : null}
    </Box>
  );
}
