import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { escalateMentions, listEscalations, readMentionEscalation } from '#contract/escalation';
import {
  countMentions,
  decideMention,
  decideMentions,
  type MentionSummary,
  readMention,
  undoDecisions,
} from '#contract/mentions';
import type { RequestOf } from '#platform/contract';
import { call } from '../api/client.js';
import { useProblemText } from '../i18n/problem-text.js';
import { useNotify } from '../shared/Notices.js';

export type DecisionBody = Omit<RequestOf<typeof decideMention>['body'], 'version'>;

/** What is asked of the departments, and how they decide. */
export type Escalating = Required<Omit<RequestOf<typeof escalateMentions>['body'], 'mentionIds' | 'version'>>;

/** One mention of a decision on several that was refused, and why in words. */
export interface Refusal {
  mentionId: string;
  why: string;
}

type Decidable = Pick<MentionSummary, 'id' | 'version'>;

interface Outcome {
  decided: readonly { decisionId: string; mention: MentionSummary }[];
  refused: readonly { mentionId: string; code: string; detail: string }[];
}

interface DecisionsOptions {
  onDecided: (mentions: readonly MentionSummary[]) => void;
  onUndone: () => void;
  onRefused: (refusals: readonly Refusal[]) => void;
}

/** Decides, says so with a way to undo, and remembers the last decision for the key u. */
export function useDecisions({ onDecided, onUndone, onRefused }: DecisionsOptions) {
  const { t } = useTranslation();
  const { ofCode, ofError } = useProblemText();
  const notify = useNotify();
  const cache = useQueryClient();
  const [last, setLast] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);

  const refresh = useCallback(() => {
    void cache.invalidateQueries({ queryKey: [readMention.path] });
    void cache.invalidateQueries({ queryKey: [countMentions.path] });
    void cache.invalidateQueries({ queryKey: [readMentionEscalation.path] });
    void cache.invalidateQueries({ queryKey: [listEscalations.path] });
  }, [cache]);

  const undo = useCallback(
    async (decisionIds: readonly string[]) => {
      if (decisionIds.length === 0) return;
      setLast([]);
      try {
        const { mentions, refused } = await call(undoDecisions, { body: { decisionIds: [...decisionIds] } });
        if (refused[0]) notify({ text: ofCode(refused[0]), severity: 'warning' });
        else notify({ text: t('inbox.undone', { count: mentions.length }), severity: 'info' });
        onUndone();
      } catch (error) {
        notify({ text: ofError(error), severity: 'error' });
      }
      refresh();
    },
    [notify, ofCode, ofError, onUndone, refresh, t],
  );

  /** Runs a decision, says what came of it, and offers to undo it. */
  const run = useCallback(
    async (action: DecisionBody['action'], ask: () => Promise<Outcome>): Promise<boolean> => {
      setBusy(true);
      try {
        const { decided, refused } = await ask();
        onRefused(refused.map((one) => ({ mentionId: one.mentionId, why: ofCode(one) })));
        if (decided.length > 0) {
          const decisionIds = decided.map(({ decisionId }) => decisionId);
          setLast(decisionIds);
          onDecided(decided.map(({ mention }) => mention));
          notify({
            text: t(`inbox.decided.${action}`, { count: decided.length }),
            action: { label: t('common.undo'), run: () => void undo(decisionIds) },
          });
        }
        refresh();
        return refused.length === 0;
      } catch (error) {
        notify({ text: ofError(error), severity: 'error' });
        refresh();
        return false;
      } finally {
        setBusy(false);
      }
    },
    [notify, ofCode, ofError, onDecided, onRefused, refresh, t, undo],
  );

  const decide = useCallback(
    async (mentions: readonly Decidable[], body: DecisionBody): Promise<boolean> => {
      const [only] = mentions;
      if (!only) return false;
      return run(body.action, async () =>
        mentions.length === 1
          ? {
              decided: [
                await call(decideMention, {
                  params: { mentionId: only.id },
                  body: { ...body, version: only.version },
                }),
              ],
              refused: [],
            }
          : call(decideMentions, { body: { ...body, mentionIds: mentions.map(({ id }) => id) } }),
      );
    },
    [run],
  );

  /** Several mentions are escalated as one matter. */
  const escalate = useCallback(
    async (mentions: readonly Decidable[], escalating: Escalating): Promise<boolean> => {
      const [only] = mentions;
      if (!only) return false;
      return run('escalate', () =>
        call(escalateMentions, {
          body: {
            ...escalating,
            mentionIds: mentions.map(({ id }) => id),
            ...(mentions.length === 1 ? { version: only.version } : {}),
          },
        }),
      );
    },
    [run],
  );

  return { decide, escalate, busy, undoLast: useCallback(() => void undo(last), [undo, last]) };
}
