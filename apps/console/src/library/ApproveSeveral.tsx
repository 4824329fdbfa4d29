import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  approveSeveral,
  LARGEST_BULK,
  listAnswers,
  listWaiting,
  readAnswer,
  type WaitingVersion,
} from '#contract/answers';
import type { ResponseOf } from '#platform/contract';
import { useChange } from '../api/use-endpoint.js';
import { useLocalised } from '../i18n/localised.js';
import { useProblemText } from '../i18n/problem-text.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useDepartmentName } from '../shared/DepartmentChips.js';
import { EmptyState } from '../shared/EmptyState.js';
import { bulkRows } from './bulk-rows.js';
import { VersionDifference } from './VersionDifference.js';
import { VersionContentView } from './VersionContentView.js';
import { WaitingFacts } from './WaitingOneByOne.js';

interface ApproveSeveralProps {
  items: readonly WaitingVersion[];
  onReadOn: (() => void) | undefined;
}

/** Every text that may be approved with others, whole, to be read and ticked. */
export function ApproveSeveral({ items, onReadOn }: ApproveSeveralProps) {
  const { t } = useTranslation();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const [outcome, setOutcome] = useState<OutcomeProps | null>(null);
  // As they stood when the dialog was opened: a live change may already have taken some away.
  const [shownItems, setShownItems] = useState(items);
  const rows = bulkRows(items);
  const chosen = rows.filter(({ id }) => ticked.has(id)).slice(0, LARGEST_BULK);
  const approve = useChange(approveSeveral, {
    touches: [listWaiting, listAnswers, readAnswer],
    onDone: (response) => {
      setAsking(false);
      setTicked(new Set());
      // What was decided leaves the list: its question is kept for the report.
      setOutcome({ outcome: response.items, items: shownItems });
    },
  });
  const tick = (ids: readonly string[], on: boolean) => {
    const next = new Set(ticked);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    setTicked(next);
  };
  const visible = rows.slice(0, LARGEST_BULK).map(({ id }) => id);
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: '72ch' }}>
        {t('library.severalLead')}
      </Typography>
      {outcome ? <Outcome {...outcome} /> : null}
      {rows.length === 0 ? (
        <EmptyState title={t('library.severalNone')} text={t('library.severalNoneText')} />
      ) : (
        <>
          <Box
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              alignItems: 'center',
              gap: 2,
              position: 'sticky',
              top: 0,
              zIndex: 1,
              bgcolor: 'background.default',
              py: 1,
            }}
          >
            <FormControlLabel
              control={
                <Checkbox
                  checked={chosen.length === visible.length}
                  indeterminate={chosen.length > 0 && chosen.length < visible.length}
                  onChange={({ target }) => tick(visible, target.checked)}
                />
              }
              label={t('library.tickAll')}
            />
            <Button
              variant="contained"
              disabled={chosen.length === 0}
              onClick={() => {
                setShownItems(items);
                setAsking(true);
              }}
            >
              {t('library.approveTicked', { count: chosen.length })}
            </Button>
          </Box>
          {rows.map((row) => (
            <BulkCard
              key={row.id}
              item={row.item}
              departmentId={row.departmentId}
              ticked={ticked.has(row.id)}
              onTick={(on) => tick([row.id], on)}
            />
          ))}
        </>
      )}
      {onReadOn ? <Button onClick={onReadOn}>{t('common.loadMore')}</Button> : null}
      <ConfirmDialog
        open={asking}
        title={t('library.severalTitle')}
        confirm={t('library.approveTicked', { count: chosen.length })}
        busy={approve.isPending}
        error={approve.error}
        onConfirm={() => approve.mutate({ body: { items: chosen.map(({ decision }) => decision) } })}
        onClose={() => setAsking(false)}
      >
        <Typography variant="body2">{t('library.severalText')}</Typography>
      </ConfirmDialog>
    </Box>
  );
}

interface BulkCardProps {
  item: WaitingVersion;
  departmentId: string;
  ticked: boolean;
  onTick: (on: boolean) => void;
}

function BulkCard({ item, departmentId, ticked, onTick }: BulkCardProps) {
  const { t } = useTranslation();
  const say = useLocalised();
  const departmentName = useDepartmentName();
  const question = say(item.version.question);
  return (
    <Box
      component="article"
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr)',
        gap: 1.5,
        border: 1,
        borderColor: ticked ? 'primary.main' : 'divider',
        borderRadius: 1,
        p: 2,
        bgcolor: 'background.paper',
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
        <Checkbox
          checked={ticked}
          onChange={({ target }) => onTick(target.checked)}
          slotProps={{
            input: {
              'aria-label': t('library.tick', { question, department: departmentName(departmentId) }),
            },
          }}
        />
        <Box sx={{ minWidth: 0, pt: 0.75 }}>
          <Typography variant="h2">{question}</Typography>
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {t('answers.decideFor', { department: departmentName(departmentId) })} ·{' '}
            {item.before ? t('library.changes', { number: item.before.number }) : t('library.firstVersion')}
          </Typography>
        </Box>
      </Box>
      <WaitingFacts item={item} />
      {item.before ? (
        <VersionDifference before={item.before} after={item.version} />
      ) : (
        <VersionContentView version={item.version} amongOthers />
      )}
    </Box>
  );
}

interface OutcomeProps {
  outcome: ResponseOf<typeof approveSeveral>['items'];
  /** What was shown when it was decided. */
  items: readonly WaitingVersion[];
}

function Outcome({ outcome, items }: OutcomeProps) {
  const { t } = useTranslation();
  const say = useLocalised();
  const { ofCode } = useProblemText();
  const left = outcome.flatMap(({ problem, answerId }) => (problem ? [{ problem, answerId }] : []));
  const questionOf = (answerId: string) => {
    const item = items.find(({ answer }) => answer.id === answerId);
    return item ? say(item.version.question) : `#${answerId}`;
  };
  return (
    <Alert severity={left.length > 0 ? 'warning' : 'success'} role="status">
      {t('library.severalResult', { count: outcome.length - left.length })}
      {left.length > 0 ? (
        <>
          {' '}
          {t('library.severalLeft')}
          <ul style={{ margin: '4px 0 0', paddingInlineStart: 20 }}>
            {left.map(({ problem, answerId }, index) => (
              <li key={index}>
                {questionOf(answerId)}
                {t('common.colon')}
                {ofCode(problem)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Alert>
  );
}
