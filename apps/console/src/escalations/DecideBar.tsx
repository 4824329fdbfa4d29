import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import type { EscalationAsk, EscalationDetail } from '#contract/escalation';
import type { AskDialog } from './AskDialogs.js';

interface DecideBarProps {
  ask: EscalationAsk;
  subjectType: EscalationDetail['subjectType'];
  busy: boolean;
  onTake: () => void;
  onDialog: (kind: AskDialog['kind']) => void;
}

/** What the person may do with their question. */
export function DecideBar({ ask, subjectType, busy, onTake, onDialog }: DecideBarProps) {
  const { t } = useTranslation();
  if (ask.state === 'confirming') return null;
  return (
    <Box role="group" aria-label={t('escalations.decide')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {ask.state === 'open' ? (
        <Button variant="contained" loading={busy} onClick={onTake}>
          {t('escalations.take')}
        </Button>
      ) : null}
      <Button variant="outlined" onClick={() => onDialog('write_answer')}>
        {t('escalations.writeAnswer')}
      </Button>
      <Button variant="outlined" onClick={() => onDialog('no_reply')}>
        {t(subjectType === 'answer_request' ? 'escalations.declineAnswer' : 'escalations.noReply')}
      </Button>
      <Button variant="outlined" onClick={() => onDialog('returned')}>
        {t('escalations.returnIt')}
      </Button>
      <Button onClick={() => onDialog('hand_over')}>{t('escalations.handOver')}</Button>
      {ask.canHandBack ? (
        <Button onClick={() => onDialog('hand_back')}>{t('escalations.handBack')}</Button>
      ) : null}
      <Button onClick={() => onDialog('reassign')}>{t('escalations.reassign')}</Button>
      {ask.state === 'acknowledged' ? (
        <>
          <Button onClick={() => onDialog('snooze')}>{t('escalations.snooze')}</Button>
          <Button onClick={() => onDialog('release')}>{t('escalations.release')}</Button>
        </>
      ) : null}
    </Box>
  );
}
