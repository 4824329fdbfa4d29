import type { EscalationAsk, EscalationDetail } from '#contract/escalation';
import { NoReplyDialog } from '../inbox/NoReplyDialog.js';
import { BeginDialog } from './BeginDialog.js';
import { DepartmentDialog } from './DepartmentDialog.js';
import { NoteDialog } from './NoteDialog.js';
import { PersonDialog } from './PersonDialog.js';
import { SnoozeDialog } from './SnoozeDialog.js';
import type { EscalationActs } from './use-escalation-acts.js';
import { WriteDialog } from './WriteDialog.js';

export interface AskDialog {
  kind:
    | 'write_answer'
    | 'no_reply'
    | 'returned'
    | 'hand_over'
    | 'hand_back'
    | 'reassign'
    | 'snooze'
    | 'release'
    | 'refuse'
    | 'close'
    | 'reopen';
  ask: EscalationAsk | null;
}

interface AskDialogsProps {
  detail: EscalationDetail;
  dialog: AskDialog | null;
  acts: EscalationActs;
  onClose: () => void;
}

/** What has to be known before an act. */
export function AskDialogs({ detail, dialog, acts, onClose }: AskDialogsProps) {
  if (!dialog) return null;
  const escalationId = detail.id;
  const params = { escalationId, askId: dialog.ask?.id ?? '' };
  const ofMentions = detail.mentionSummaries.length > 0;
  switch (dialog.kind) {
    case 'write_answer':
      return detail.subjectType === 'answer_request' ? (
        <BeginDialog
          act={acts.decide}
          onBegin={() => acts.decide.mutate({ params, body: { kind: 'write_answer' } })}
          onClose={onClose}
        />
      ) : (
        <WriteDialog
          detail={detail}
          busy={acts.decide.isPending}
          error={acts.decide.error}
          onWrite={(draft) => acts.decide.mutate({ params, body: { kind: 'write_answer', draft } })}
          onClose={onClose}
        />
      );
    case 'no_reply':
      return ofMentions ? (
        <NoReplyDialog
          count={detail.mentions}
          busy={acts.decide.isPending}
          onDecide={({ reason, note }) =>
            acts.decide.mutate({ params, body: { kind: 'no_reply', reason, note } })
          }
          onClose={onClose}
        />
      ) : (
        <NoteDialog
          kind={detail.subjectType === 'answer_request' ? 'declineAnswer' : 'noReply'}
          label="noteRequired"
          required
          act={acts.decide}
          onNote={(note) => acts.decide.mutate({ params, body: { kind: 'no_reply', reason: 'other', note } })}
          onClose={onClose}
        />
      );
    case 'returned':
      return (
        <NoteDialog
          kind="returnIt"
          label="advice"
          required
          act={acts.decide}
          onNote={(note) => acts.decide.mutate({ params, body: { kind: 'returned', note } })}
          onClose={onClose}
        />
      );
    case 'hand_over':
      return (
        <DepartmentDialog
          asked={detail.asks}
          act={acts.handOver}
          onPick={(departmentId, note) => acts.handOver.mutate({ params, body: { departmentId, note } })}
          onClose={onClose}
        />
      );
    case 'hand_back':
      return (
        <NoteDialog
          kind="handBack"
          label="noteRequired"
          required
          act={acts.handBack}
          onNote={(note) => acts.handBack.mutate({ params, body: { note } })}
          onClose={onClose}
        />
      );
    case 'reassign':
      return (
        <PersonDialog
          act={acts.reassign}
          onPick={(personId, note) =>
            acts.reassign.mutate({ params, body: { personId, ...(note ? { note } : {}) } })
          }
          onClose={onClose}
        />
      );
    case 'snooze':
      return (
        <SnoozeDialog
          level={detail.level}
          act={acts.snooze}
          onPick={(minutes) => acts.snooze.mutate({ params, body: { minutes } })}
          onClose={onClose}
        />
      );
    case 'release':
      return (
        <NoteDialog
          kind="release"
          label="note"
          act={acts.release}
          onNote={(note) => acts.release.mutate({ params, body: note ? { note } : {} })}
          onClose={onClose}
        />
      );
    case 'refuse':
      return (
        <NoteDialog
          kind="refuse"
          label="noteRequired"
          required
          act={acts.confirm}
          onNote={(note) => acts.confirm.mutate({ params, body: { confirm: false, note } })}
          onClose={onClose}
        />
      );
    case 'close':
      return (
        <NoteDialog
          kind="close"
          label="noteRequired"
          required
          act={acts.close}
          onNote={(note) => acts.close.mutate({ params: { escalationId }, body: { note } })}
          onClose={onClose}
        />
      );
    case 'reopen':
      return (
        <NoteDialog
          kind="reopen"
          label="noteRequired"
          required
          act={acts.reopen}
          onNote={(note) => acts.reopen.mutate({ params: { escalationId }, body: { note } })}
          onClose={onClose}
        />
      );
  }
}

/** What a dialog needs to know of a change. */
export interface Act {
  isPending: boolean;
  error: Error | null;
}
