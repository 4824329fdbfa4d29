import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import MenuItem from '@mui/material/MenuItem';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import {
  type CASE_MEASURES,
  ESCALATION_MEASURES,
  type EscalationFigures,
  WITHOUT,
  readEscalationReport,
} from '#contract/escalation';
import { useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { useTopicNames } from '../inbox/use-topics.js';
import { useDepartmentName } from '../shared/DepartmentChips.js';
import { EmptyState } from '../shared/EmptyState.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LevelBadge } from '../shared/LevelBadge.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { useRealm } from '../shell/realm.js';

const DAYS = [7, 30, 90] as const;
/** Of which cases each time was measured. */
const DURATIONS = {
  acknowledgeP50: 'acknowledged',
  acknowledgeP90: 'acknowledged',
  decideP50: 'decided',
  decideP90: 'decided',
} as const;
const DURATION_NAMES = ['acknowledgeP50', 'acknowledgeP90', 'decideP50', 'decideP90'] as const;

interface Line {
  key: string;
  name: React.ReactNode;
  figures: EscalationFigures;
  /** What opens exactly these cases. */
  filter: Record<string, string>;
}

/** How fast departments take questions and decide; each figure leads to its cases. */
export function ReportPage() {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const departmentName = useDepartmentName();
  const topics = useTopicNames();
  const [days, setDays] = useState<number>(30);
  // Held while the page is open, so that the cases behind a figure are those that were counted.
  const [now] = useState(() => Date.now());
  const [from, to] = [
    new Date(now - days * 86_400_000).toISOString(),
    new Date(now + 3_600_000).toISOString(),
  ];
  const report = useEndpoint(readEscalationReport, { query: { from, to, realm } });
  const span = { from, to, realm };
  const data = report.data;
  const total: Line[] = data
    ? [{ key: 'all', name: t('duty.total'), figures: data.total, filter: span }]
    : [];
  return (
    <PageBody wide>
      <PageHeader
        title={t('duty.reportTitle')}
        lead={t('duty.reportLead')}
        actions={
          <TextField
            select
            size="small"
            label={t('duty.span')}
            value={days}
            onChange={(event) => setDays(Number(event.target.value))}
          >
            {DAYS.map((count) => (
              <MenuItem key={count} value={count}>
                {t('duty.days', { count })}
              </MenuItem>
            ))}
          </TextField>
        }
      />
      {report.error ? <ErrorState error={report.error} onRetry={() => void report.refetch()} /> : null}
      {report.isPending ? <LoadingState rows={4} height={80} /> : null}
      {data && data.total.asked === 0 ? <EmptyState title={t('duty.reportNone')} /> : null}
      {data && data.total.asked > 0 ? (
        <Box sx={{ display: 'grid', gap: 2 }}>
          <Figures
            title={t('duty.byDepartment')}
            lines={[
              ...total,
              ...data.byDepartment.map((figures) => ({
                key: figures.departmentId ?? 'none',
                name: figures.departmentId ? departmentName(figures.departmentId) : t('escalations.byPolicy'),
                figures,
                filter: { ...span, departmentId: figures.departmentId ?? WITHOUT },
              })),
            ]}
          />
          <Figures
            title={t('duty.byLevel')}
            lines={data.byLevel.map((figures) => ({
              key: String(figures.level),
              name: <LevelBadge level={figures.level} />,
              figures,
              filter: { ...span, level: String(figures.level) },
            }))}
          />
          <Figures
            title={t('duty.byTopic')}
            lines={data.byTopic.map((figures) => ({
              key: figures.topicId ?? 'none',
              name: topics.get(figures.topicId ?? '') ?? t('duty.noTopic'),
              figures,
              filter: { ...span, topicId: figures.topicId ?? WITHOUT },
            }))}
          />
        </Box>
      ) : null}
    </PageBody>
  );
}

function Figures({ title, lines }: { title: string; lines: readonly Line[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section heading="h2" title={title}>
      <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={title}>
        <Table size="small" aria-label={title}>
          <TableHead>
            <TableRow>
              <TableCell>{title}</TableCell>
              <TableCell align="right">{t('duty.asked')}</TableCell>
              {ESCALATION_MEASURES.map((measure) => (
                <TableCell key={measure} align="right">
                  {t(`escalations.measure.${measure}`)}
                </TableCell>
              ))}
              {DURATION_NAMES.map((name) => (
                <TableCell key={name} align="right">
                  {t(`duty.${name}`)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {lines.map(({ key, name, figures, filter }) => (
              <TableRow key={key}>
                <TableCell component="th" scope="row">
                  {name}
                </TableCell>
                <TableCell align="right">
                  <Cases
                    filter={filter}
                    measure="asked"
                    name={t('duty.asked')}
                    figure={String(figures.asked)}
                  />
                </TableCell>
                {ESCALATION_MEASURES.map((measure) => (
                  <TableCell key={measure} align="right">
                    {figures[measure] === 0 ? (
                      0
                    ) : (
                      <Cases
                        filter={filter}
                        measure={measure}
                        name={t(`escalations.measure.${measure}`)}
                        figure={String(figures[measure])}
                      />
                    )}
                  </TableCell>
                ))}
                {DURATION_NAMES.map((one) => (
                  <TableCell key={one} align="right" sx={{ fontVariantNumeric: 'tabular-nums' }}>
                    {figures[one] === null ? (
                      '–'
                    ) : (
                      <Cases
                        filter={filter}
                        measure={DURATIONS[one]}
                        name={t(`duty.${one}`)}
                        figure={format.clock(Math.round(figures[one]))}
                      />
                    )}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </Section>
  );
}

interface CasesProps {
  filter: Record<string, string>;
  measure: (typeof CASE_MEASURES)[number];
  name: string;
  figure: string;
}

/** A figure, which leads to the cases that it was made of. */
function Cases({ filter, measure, name, figure }: CasesProps) {
  const { t } = useTranslation();
  return (
    <Link
      component={RouterLink}
      to={`/escalations?${new URLSearchParams({ ...filter, measure })}`}
      aria-label={`${name}${t('common.colon')}${figure}`}
    >
      {figure}
    </Link>
  );
}
