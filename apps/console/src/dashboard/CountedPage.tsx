import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useSearchParams } from 'react-router';
import { listApprovals, listReach, listResponses } from '#contract/dashboard';
import { isErasedAuthor } from '#rules/mentions';
import { usePages } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useLocalised } from '../i18n/localised.js';
import { useDepartmentName } from '../shared/DepartmentChips.js';
import { EmptyState } from '../shared/EmptyState.js';
import { KeysetList } from '../shared/KeysetList.js';
import { useNetworkName } from '../shared/network-name.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { printScope } from './dashboard-scope.js';
import { useDashboardScope } from './use-dashboard-scope.js';
import { useFigureWords } from './use-figure-words.js';
import { useVoiceName } from './Voices.js';

function useCountedQuery() {
  const [scope] = useDashboardScope();
  return {
    scope,
    query: { ...scope, network: [...scope.network], language: [...scope.language], limit: 50 },
  };
}

/** The replies behind a figure. */
export function ResponsesPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const networkName = useNetworkName();
  const { value } = useFigureWords();
  const [search] = useSearchParams();
  const { query } = useCountedQuery();
  const measure = (['library', 'message'] as const).find((one) => one === search.get('measure')) ?? 'sent';
  const list = usePages(listResponses, { query: { ...query, measure } });
  return (
    <Counted title={t('dashboard.counted.responses')} note={t(`dashboard.counted.measure.${measure}`)}>
      <KeysetList query={list} empty={<EmptyState title={t('dashboard.counted.none')} />}>
        {(items) => (
          <Lines>
            {items.map(({ replyId, mentionId, mention, reply, network, sentAt, seconds }) => (
              <Line
                key={replyId}
                to={`/inbox/${mentionId}?state=all`}
                title={mention}
                detail={[
                  networkName(network),
                  format.dateTime(sentAt),
                  t('dashboard.counted.after', { time: value('responseMedian', seconds) }),
                ]}
              >
                {t('dashboard.counted.reply')}
                {t('common.colon')}
                {reply}
              </Line>
            ))}
          </Lines>
        )}
      </KeysetList>
    </Counted>
  );
}

/** The decisions on answers behind the time to approve. */
export function ApprovalsCountedPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useLocalised();
  const departmentName = useDepartmentName();
  const { value } = useFigureWords();
  const [search] = useSearchParams();
  const { query } = useCountedQuery();
  const given = search.get('departmentId') ?? '';
  const departmentId = /^[1-9]\d{0,17}$/.test(given) ? given : undefined;
  const list = usePages(listApprovals, { query: { ...query, departmentId } });
  return (
    <Counted
      title={t('dashboard.counted.approvals')}
      note={departmentId ? departmentName(departmentId) : null}
    >
      <KeysetList query={list} empty={<EmptyState title={t('dashboard.counted.none')} />}>
        {(items) => (
          <Lines>
            {items.map((item) => (
              <Line
                key={item.approvalId}
                to={`/library/${item.answerId}`}
                title={say(item.question)}
                detail={[
                  departmentName(item.departmentId),
                  t(`dashboard.counted.${item.decision}`),
                  format.dateTime(item.at),
                  t('dashboard.counted.after', { time: value('approvalMedian', item.seconds) }),
                ]}
              />
            ))}
          </Lines>
        )}
      </KeysetList>
    </Counted>
  );
}

/** The authors behind the reach, day by day. */
export function ReachPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const networkName = useNetworkName();
  const voiceName = useVoiceName();
  const { scope, query } = useCountedQuery();
  const list = usePages(listReach, { query });
  return (
    <Counted title={t('dashboard.counted.authors')} note={null} days>
      <KeysetList query={list} empty={<EmptyState title={t('dashboard.counted.none')} />}>
        {(items) => (
          <Lines>
            {items.map((item) => {
              const erased = isErasedAuthor(item.author);
              const end = new Date(Date.parse(item.day) + 86_400_000).toISOString();
              const search = printScope({ ...scope, from: undefined, to: undefined, span: '24h' });
              search.set('network', item.network);
              search.set('language', item.language);
              const filter = { state: 'all', author: item.author, from: item.day, to: end };
              for (const [field, given] of Object.entries(filter)) search.set(field, given);
              return (
                <Line
                  key={`${item.day} ${item.network} ${item.author} ${item.language} ${item.voice}`}
                  to={erased ? null : `/inbox?${search}`}
                  title={erased ? t('dashboard.erasedAuthor') : item.author}
                  detail={[
                    `${format.number(item.followers)} ${t('dashboard.followers').toLocaleLowerCase()}`,
                    t('dashboard.mentionsOf', { count: item.mentions, shown: format.number(item.mentions) }),
                    networkName(item.network),
                    voiceName(item.voice),
                    format.date(item.day),
                  ]}
                />
              );
            })}
          </Lines>
        )}
      </KeysetList>
    </Counted>
  );
}

function Counted({
  title,
  note,
  days = false,
  children,
}: {
  title: string;
  note: string | null;
  days?: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [scope] = useDashboardScope();
  const DAY_MS = 86_400_000;
  const from = scope.from && days ? Math.floor(Date.parse(scope.from) / DAY_MS) * DAY_MS : scope.from;
  const to = scope.to && days ? Math.ceil(Date.parse(scope.to) / DAY_MS) * DAY_MS - 1 : scope.to;
  const moment = days ? format.date : format.dateTime;
  return (
    <PageBody>
      <Link component={RouterLink} to={`/dashboard?${printScope(scope)}`} variant="body2">
        {t('dashboard.counted.back')}
      </Link>
      <PageHeader
        title={title}
        lead={[
          ...(note ? [`${note}.`] : []),
          ...(from && to
            ? [
                t(days ? 'dashboard.counted.leadAuthors' : 'dashboard.counted.lead', {
                  from: moment(from),
                  to: moment(to),
                }),
              ]
            : [t(`dashboard.spans.${scope.span}`)]),
        ].join(' ')}
      />
      {children}
    </PageBody>
  );
}

function Lines({ children }: { children: ReactNode }) {
  return (
    <Box
      component="ul"
      sx={{
        m: 0,
        p: 0,
        listStyle: 'none',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
      }}
    >
      {children}
    </Box>
  );
}

function Line({
  to,
  title,
  detail,
  children,
}: {
  /** Null where there is nothing left to open. */
  to: string | null;
  title: string;
  detail: readonly string[];
  children?: ReactNode;
}) {
  return (
    <Box
      component="li"
      sx={{ px: 2, py: 1.25, borderBottom: 1, borderColor: 'divider', '&:last-child': { borderBottom: 0 } }}
    >
      {to === null ? (
        <Typography component="span">{title}</Typography>
      ) : (
        <Link component={RouterLink} to={to} sx={{ color: 'text.primary', overflowWrap: 'anywhere' }}>
          {title}
        </Link>
      )}
      {children ? (
        <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {children}
        </Typography>
      ) : null}
      <Typography variant="caption" component="p" sx={{ m: 0, color: 'text.secondary' }}>
        {detail.join(' · ')}
      </Typography>
    </Box>
  );
}
