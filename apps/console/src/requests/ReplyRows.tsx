import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MentionSummary } from '#contract/mentions';
import type { ChosenReplies, PreviewedReplies } from '#contract/requests';
import { filledIn } from '../reply/filled-in.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { AnswerAllRow } from './AnswerAllRow.js';
import { rendered } from './rendered.js';
import { useFirstWordings } from './use-first-wordings.js';
import type { ReplyResult } from './use-reply-results.js';

type Item = PreviewedReplies['items'][number];
type Values = Readonly<Record<string, string>>;

interface ReplyRowsProps {
  preview: PreviewedReplies;
  /** As they stand now. */
  mentions: readonly MentionSummary[];
  /** Left out until somebody ticks them. */
  leftOut?: readonly string[];
  results: ReadonlyMap<string, ReplyResult>;
  busy: boolean;
  error: unknown;
  onSend: (items: ChosenReplies['items']) => void;
}

/** One answer under several mentions: each reply as it will be published, ticked, with its blanks filled in. */
export function ReplyRows({ preview, mentions, leftOut = [], results, busy, error, onSend }: ReplyRowsProps) {
  const { t } = useTranslation();
  const [left, setLeft] = useState<ReadonlySet<string>>(() => new Set(leftOut));
  const [typed, setTyped] = useState<ReadonlyMap<string, Values>>(new Map());
  const words = useFirstWordings(mentions);
  const byId = new Map(mentions.map((mention) => [mention.id, mention]));
  const valuesOf = (item: Item) => typed.get(item.mentionId) ?? item.placeholders;
  const waiting = preview.items.filter(({ mentionId }) => results.get(mentionId)?.outcome !== 'queued');
  const chosen = waiting.flatMap((item): ChosenReplies['items'] => {
    const mention = byId.get(item.mentionId);
    if (left.has(item.mentionId) || item.answerVariantId === null || !mention || words.isChanged(mention))
      return [];
    const reply = rendered(item, preview.answer.placeholders, valuesOf(item), mention.network);
    if (reply?.fits !== true) return [];
    return [
      {
        mentionId: item.mentionId,
        answerVariantId: item.answerVariantId,
        placeholders: filledIn(valuesOf(item)),
        wording: words.wordingOf(mention),
      },
    ];
  });
  const toggle = (mentionId: string) => {
    const next = new Set(left);
    if (!next.delete(mentionId)) next.add(mentionId);
    setLeft(next);
  };
  const refused = [...results.values()].filter(({ outcome }) => outcome === 'refused').length;
  return (
    <>
      {results.size > 0 ? (
        <Alert severity={refused > 0 ? 'warning' : 'success'} role="status" sx={{ mb: 1.5 }}>
          {t('requests.sent', { count: results.size - refused })}
          {refused > 0 ? ` ${t('requests.refused', { count: refused })}` : ''}
        </Alert>
      ) : null}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
        {waiting.map((item) => {
          const mention = byId.get(item.mentionId);
          if (!mention) return null;
          return (
            <li key={item.mentionId}>
              <AnswerAllRow
                item={item}
                mention={mention}
                placeholders={preview.answer.placeholders}
                values={valuesOf(item)}
                chosen={!left.has(item.mentionId)}
                result={results.get(item.mentionId)}
                onRead={words.isChanged(mention) ? () => words.read(mention) : null}
                onChoose={() => toggle(item.mentionId)}
                onValues={(values) => setTyped(new Map([...typed, [item.mentionId, values]]))}
              />
            </li>
          );
        })}
      </Box>
      <ProblemAlert error={error} sx={{ mt: 1.5 }} />
      <Button
        variant="contained"
        size="large"
        sx={{ mt: 2 }}
        loading={busy}
        disabled={chosen.length === 0}
        onClick={() => onSend(chosen)}
      >
        {t('requests.answerAll', { count: chosen.length })}
      </Button>
    </>
  );
}
