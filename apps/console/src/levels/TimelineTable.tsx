import Link from '@mui/material/Link';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useFormat } from '../i18n/format.js';
import { LevelBadge } from '../shared/LevelBadge.js';
import { UnfoldedTable } from '../shared/UnfoldedTable.js';
import { inboxAddress } from './inbox-address.js';
import { endOf, type Timeline } from './timeline.js';

/** The timeline in figures, newest first; each number of mentions leads to them. */
export function TimelineTable({ topicId, timeline }: { topicId: string; timeline: Timeline }) {
  const { t } = useTranslation();
  const format = useFormat();
  const figure = (value: number | null) =>
    value === null ? '–' : format.number(Math.round(value * 10) / 10);
  return (
    <UnfoldedTable label={t('levels.table')}>
      {() => (
        <>
          <TableHead>
            <TableRow>
              <TableCell>{t('levels.tableTime')}</TableCell>
              <TableCell align="right">{t('levels.volume')}</TableCell>
              <TableCell align="right">{t('levels.usual')}</TableCell>
              <TableCell align="right">{t('levels.usualHigh')}</TableCell>
              <TableCell align="right">{t('levels.anomaly')}</TableCell>
              <TableCell align="right">{t('levels.scoreOf')}</TableCell>
              <TableCell>{t('levels.standing')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {[...timeline.points].reverse().map((point) => (
              <TableRow key={point.at}>
                <TableCell>{format.dateTime(point.at)}</TableCell>
                <TableCell align="right">
                  {point.mentions > 0 ? (
                    <Link
                      component={RouterLink}
                      to={inboxAddress(topicId, {
                        from: point.at,
                        to: endOf(point, timeline.bucketMinutes),
                      })}
                    >
                      {format.number(point.mentions)}
                    </Link>
                  ) : (
                    '0'
                  )}
                </TableCell>
                <TableCell align="right">{figure(point.expected)}</TableCell>
                <TableCell align="right">{figure(point.usualHigh)}</TableCell>
                <TableCell align="right">{format.percent(Math.round(point.anomaly * 100) / 100)}</TableCell>
                <TableCell align="right">{figure(point.score)}</TableCell>
                <TableCell>
                  <LevelBadge level={point.level} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </>
      )}
    </UnfoldedTable>
  );
}
