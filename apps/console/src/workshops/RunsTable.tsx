import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslation } from 'react-i18next';
import type { WorkshopDetail } from '#contract/workshops';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';

/** How it went: minutes planned and taken, phase by phase. */
export function RunsTable({ runs }: { runs: WorkshopDetail['runs'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section heading="h2" title={t('workshops.course.title')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell component="th" scope="col">
              {t('workshops.course.phase')}
            </TableCell>
            <TableCell component="th" scope="col" align="right">
              {t('workshops.course.planned')}
            </TableCell>
            <TableCell component="th" scope="col" align="right">
              {t('workshops.course.taken')}
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {runs.map((run) => (
            <TableRow key={run.startedAt}>
              <TableCell component="th" scope="row">
                {run.title}
              </TableCell>
              <TableCell align="right">{t('workshops.minutes', { count: run.plannedMinutes })}</TableCell>
              <TableCell align="right">
                {run.realMinutes === null
                  ? t('workshops.course.running')
                  : t('workshops.course.minutes', { number: format.number(run.realMinutes) })}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
}
