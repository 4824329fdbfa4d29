import Link from '@mui/material/Link';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useFormat } from '../i18n/format.js';
import { UnfoldedTable } from '../shared/UnfoldedTable.js';
import type { Course } from './CourseChart.js';

const NEGATIVE = { sentiment: 'negative' } as const;

interface CourseTableProps {
  course: Course;
  /** End of the last point. */
  end: string;
  addressOf: (range: { from: string; to: string }, more?: Readonly<Record<string, string>>) => string;
}

/** The same in figures, the latest first; each number opens its mentions. */
export function CourseTable({ course, end, addressOf }: CourseTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = course.map((point, index) => ({ ...point, to: course[index + 1]?.at ?? end })).reverse();
  return (
    <UnfoldedTable label={t('dashboard.volumeTable')} printed={false}>
      {() => (
        <>
          <TableHead>
            <TableRow>
              <TableCell>{t('dashboard.when')}</TableCell>
              <TableCell align="right">{t('dashboard.mentions')}</TableCell>
              <TableCell align="right">{t('dashboard.negative')}</TableCell>
              <TableCell align="right">{t('dashboard.usual')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map(({ at, to, mentions, negative, usual }) => (
              <TableRow key={at}>
                <TableCell>{format.dateTime(at)}</TableCell>
                <TableCell align="right">
                  <Link component={RouterLink} to={addressOf({ from: at, to })}>
                    {format.number(mentions)}
                  </Link>
                </TableCell>
                <TableCell align="right">
                  <Link component={RouterLink} to={addressOf({ from: at, to }, NEGATIVE)}>
                    {format.number(negative)}
                  </Link>
                </TableCell>
                <TableCell align="right">
                  {usual === null ? '–' : format.number(Math.round(usual * 10) / 10)}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </>
      )}
    </UnfoldedTable>
  );
}
