import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { EscalationAsk, EscalationDetail } from '#contract/escalation';
import { Section } from '../inbox/Section.js';
import { useMay, useSession } from '../session/session.js';
import { useDepartmentName } from '../shared/DepartmentChips.js';
import type { AskDialog } from './AskDialogs.js';
import { DueClock } from './DueClock.js';
import { OutcomeWords } from './OutcomeAlert.js';
import type { EscalationActs } from './use-escalation-acts.js';

interface AskListProps {
  detail: EscalationDetail;
  acts: EscalationActs;
  onDialog: (dialog: AskDialog) => void;
}

/** Which departments are asked, who has it in each, and when it goes on by itself. */
export function AskList({ detail, acts, onDialog }: AskListProps) {
  const { t } = useTranslation();
  const may = useMay();
  const undecided = detail.state === 'open' || detail.state === 'acknowledged';
  const several = detail.asks.length > 1;
  return (
    <Section
      heading="h3"
      title={t('escalations.who')}
      action={
        undecided && (may('mentions.triage') || may('escalations.write')) ? (
          <Button size="small" onClick={() => onDialog({ kind: 'close', ask: null })}>
            {t('escalations.close')}
          </Button>
        ) : !undecided &&
          detail.mergedInto === null &&
          (may('mentions.triage') || may('escalations.decide')) ? (
          <Button size="small" onClick={() => onDialog({ kind: 'reopen', ask: null })}>
            {t('escalations.reopen')}
          </Button>
        ) : null
      }
    >
      {several ? (
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
          {t(`escalations.rule.${detail.rule}`, { needed: detail.needed })}
          {detail.mode === 'in_turn' ? `, ${t('escalations.inTurn')}` : ''}
        </Typography>
      ) : null}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {detail.asks.map((ask) => (
          <AskItem key={ask.id} ask={ask} detail={detail} acts={acts} onDialog={onDialog} />
        ))}
      </Box>
    </Section>
  );
}

function AskItem({ ask, detail, acts, onDialog }: AskListProps & { ask: EscalationAsk }) {
  const { t } = useTranslation();
  const departmentName = useDepartmentName();
  const { person } = useSession();
  const confirms = ask.state === 'confirming' && ask.mayAct && ask.decision?.by?.id !== person.id;
  return (
    <Box component="li" sx={{ display: 'grid', gap: 0.5, typography: 'body2' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <strong>{ask.departmentId ? departmentName(ask.departmentId) : t('escalations.byPolicy')}</strong>
        <span>{t(`escalations.askState.${ask.state}`, { name: ask.owner?.name ?? '' })}</span>
        {ask.loudness > 0 && ask.nextAt ? (
          <Chip color="error" label={t('escalations.louder', { round: ask.round })} />
        ) : null}
        <DueClock ask={ask} />
      </Box>
      {ask.decision ? <OutcomeWords outcome={ask.decision} /> : null}
      {ask.state === 'confirming' ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
          <span>{t('escalations.confirming', { name: ask.decision?.by?.name ?? '' })}</span>
          {confirms ? (
            <>
              <Button
                variant="contained"
                size="small"
                loading={acts.confirm.isPending}
                onClick={() =>
                  acts.confirm.mutate({
                    params: { escalationId: detail.id, askId: ask.id },
                    body: { confirm: true },
                  })
                }
              >
                {t('escalations.confirm')}
              </Button>
              <Button size="small" onClick={() => onDialog({ kind: 'refuse', ask })}>
                {t('escalations.refuse')}
              </Button>
            </>
          ) : null}
        </Box>
      ) : null}
    </Box>
  );
}
