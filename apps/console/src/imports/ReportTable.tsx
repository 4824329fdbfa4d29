import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { ImportRow } from '#contract/imports';
import { useFormat } from '../i18n/format.js';
import { reasonKey } from './refusal-reason.js';

/** What became of each row: line, outcome, and for a refusal the field and the reason. */
export function ReportTable({ rows }: { rows: readonly ImportRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = (reason: string | null) => {
    const key = reason === null ? null : reasonKey(reason);
    return key === null ? reason : t(`imports.why.${key}`);
  };
  return (
    <TableContainer
      component={Paper}
      variant="outlined"
      tabIndex={0}
      role="region"
      aria-label={t('imports.title')}
    >
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{t('imports.line')}</TableCell>
            <TableCell>{t('imports.outcome')}</TableCell>
            <TableCell>{t('imports.field')}</TableCell>
            <TableCell>{t('imports.reason')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={`${row.line} ${row.item}`}>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                {format.number(row.line)}
                {row.item > 1 ? ` · ${t('imports.item', { item: row.item })}` : ''}
              </TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                {row.mentionId === null ? (
                  t(`vocabulary.rowOutcome.${row.outcome}`)
                ) : (
                  <Link component={RouterLink} to={`/inbox/${row.mentionId}?state=all`}>
                    {t(`vocabulary.rowOutcome.${row.outcome}`)}
                  </Link>
                )}
              </TableCell>
              <TableCell>{row.field ? <code>{row.field}</code> : ''}</TableCell>
              <TableCell>{words(row.reason)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
