import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslation } from 'react-i18next';
import type { CorrectedField } from '#contract/mentions';
import { useFormat } from '../i18n/format.js';
import type { ChosenCell } from './CorrectedMentions.js';
import { useValueName } from './use-value-name.js';

interface ConfusionTableProps {
  field: CorrectedField;
  cells: readonly { automatic: string; person: string; mentions: number }[];
  chosen: ChosenCell | null;
  onChoose: (cell: ChosenCell) => void;
}

/** Rows are what the classifier said, columns what people say; values that nobody met are left out. */
export function ConfusionTable({ field, cells, chosen, onChoose }: ConfusionTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useValueName(field);
  const automatic = [...new Set(cells.map((cell) => cell.automatic))].sort();
  const person = [...new Set(cells.map((cell) => cell.person))].sort();
  const at = (row: string, column: string) =>
    cells.find((cell) => cell.automatic === row && cell.person === column)?.mentions ?? 0;
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={t('corrections.table')}>
      <Table size="small" sx={{ width: 'auto' }}>
        <TableHead>
          <TableRow>
            <TableCell>{t('corrections.corner')}</TableCell>
            {person.map((column) => (
              <TableCell key={column} align="center" scope="col">
                {name(column)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {automatic.map((row) => (
            <TableRow key={row}>
              <TableCell component="th" scope="row" sx={{ fontWeight: 600 }}>
                {name(row)}
              </TableCell>
              {person.map((column) => {
                const mentions = at(row, column);
                const open = chosen?.automatic === row && chosen.person === column;
                return (
                  <TableCell
                    key={column}
                    align="center"
                    sx={{ bgcolor: row === column ? 'action.hover' : undefined }}
                  >
                    {mentions === 0 ? (
                      '–'
                    ) : (
                      <Button
                        size="small"
                        variant={open ? 'contained' : 'text'}
                        aria-pressed={open}
                        aria-label={t('corrections.cell', {
                          count: mentions,
                          automatic: name(row),
                          person: name(column),
                        })}
                        onClick={() => onChoose({ automatic: row, person: column })}
                      >
                        {format.number(mentions)}
                      </Button>
                    )}
                  </TableCell>
                );
              })}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
