import type { MentionSummary } from '#contract/mentions';
import { AssignDialog } from './AssignDialog.js';
import { EscalateDialog } from './EscalateDialog.js';
import { NoReplyDialog } from './NoReplyDialog.js';
import type { DecisionBody, Escalating } from './use-decisions.js';

/** Decisions that need to know more before they are taken. */
export type AskedDecision = 'no_reply' | 'assign' | 'escalate';

export interface Asking {
  decision: AskedDecision;
  mentions: readonly MentionSummary[];
}

interface DecisionDialogsProps {
  asking: Asking | null;
  busy: boolean;
  onDecide: (mentions: readonly MentionSummary[], body: DecisionBody) => void;
  onEscalate: (mentions: readonly MentionSummary[], escalating: Escalating) => void;
  onClose: () => void;
}

export function DecisionDialogs({ asking, busy, onDecide, onEscalate, onClose }: DecisionDialogsProps) {
  if (!asking) return null;
  const { decision, mentions } = asking;
  const shared = {
    count: mentions.length,
    busy,
    onClose,
    onDecide: (body: DecisionBody) => onDecide(mentions, body),
  };
  switch (decision) {
    case 'no_reply':
      return <NoReplyDialog {...shared} />;
    case 'assign':
      return <AssignDialog {...shared} />;
    case 'escalate':
      return <EscalateDialog {...shared} onEscalate={(escalating) => onEscalate(mentions, escalating)} />;
  }
}

export interface DecisionDialogProps {
  /** How many mentions are decided on. */
  count: number;
  busy: boolean;
  onDecide: (body: DecisionBody) => void;
  onClose: () => void;
}
