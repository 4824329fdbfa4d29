import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Suggestion } from '#contract/answers';
import { readMentionContact } from '#contract/contacts';
import { countMentions, type MentionSummary, readMention } from '#contract/mentions';
import { correctReply, listReplies, type Reply, sendReply } from '#contract/replies';
import { ApiProblem } from '../api/api-problem.js';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { PickedNotes } from '../library/PickedNotes.js';
import { useMay } from '../session/session.js';
import { DoNotSay } from '../shared/DoNotSay.js';
import { Key } from '../shared/Key.js';
import { newKey } from '../shared/new-key.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { EditedWarning } from './EditedWarning.js';
import { filledIn } from './filled-in.js';
import { PlaceholderField } from './PlaceholderField.js';
import { placeholdersOf } from './placeholders-of.js';
import { SendLater } from './SendLater.js';
import { ReplyPreview } from './ReplyPreview.js';
import { usePlaceholderErrors } from './use-placeholder-errors.js';
import { useReplyPreview } from './use-reply-preview.js';
import type { SeenWording } from './use-seen-wording.js';
import { useSendKey } from './use-send-key.js';

/** What composing needs of an answer, be it proposed or asked for. */
export type AnswerToCompose = Pick<
  Suggestion,
  | 'answerId'
  | 'versionNumber'
  | 'variantId'
  | 'question'
  | 'language'
  | 'body'
  | 'placeholders'
  | 'doNotSay'
  | 'proofPoints'
>;

interface ComposeReplyProps {
  mention: MentionSummary;
  answer: AnswerToCompose;
  /** Values to begin with, such as the author's first name; the person sees them before anything is sent. */
  values?: Readonly<Record<string, string>>;
  /** A published reply that this one corrects: its reason is asked for. */
  corrects?: Reply | undefined;
  seen: SeenWording;
  onSent: () => void;
}

/** Fills the blanks of the picked answer, shows exactly what would be published, and sends it. */
export function ComposeReply({
  mention,
  answer,
  values: proposed = {},
  corrects,
  seen,
  onSent,
}: ComposeReplyProps) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const declared = placeholdersOf(answer);
  const may = useMay();
  const known = useEndpoint(
    readMentionContact,
    { params: { mentionId: mention.id } },
    { enabled: may('contacts.read') },
  );
  const [values, setValues] = useState<Readonly<Record<string, string>>>(proposed);
  // One key for this reply however often it is sent: a second click or a lost answer can never publish it twice.
  const [idempotencyKey, setIdempotencyKey] = useState(() => newKey());
  const preview = useReplyPreview(mention.id, answer, values, seen.wording);
  const [reason, setReason] = useState('');
  const [sendAt, setSendAt] = useState('');
  const onDone = (reply: Reply) => {
    if (!corrects)
      cache.setQueryData([listReplies.path, { query: { mentionId: mention.id } }], {
        items: [reply],
        next: null,
      });
    onSent();
  };
  const touches = [listReplies, readMention, countMentions];
  const correction = useChange(correctReply, { touches, onDone });
  const plain = useChange(sendReply, { touches, onDone });
  const sending = corrects ? correction : plain;
  const fieldErrors = usePlaceholderErrors(sending.error ?? preview.error);
  const blocking =
    preview.error instanceof ApiProblem && preview.error.status !== 422 && preview.error.status !== 400;
  const behind = preview.data?.edited === true || isEdited(sending.error);
  useEffect(() => {
    // The server knows of a change before this screen does.
    if (behind) void cache.invalidateQueries({ queryKey: [readMention.path] });
  }, [behind, cache]);
  const ready =
    !seen.changed &&
    !behind &&
    preview.current &&
    preview.data?.fits === true &&
    !sending.isPending &&
    (corrects ? reason.trim() !== '' : mention.state !== 'answered');

  const change = (name: string, value: string) => {
    setValues((before) => ({ ...before, [name]: value }));
    sending.reset();
    // Another text is another reply.
    setIdempotencyKey(newKey());
  };
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (!ready) return;
    const choice = {
      answerVariantId: answer.variantId,
      placeholders: filledIn(values),
      wording: seen.wording,
    };
    if (corrects) {
      const body = { ...choice, reason: reason.trim() };
      correction.mutate({ params: { replyId: corrects.id }, body, idempotencyKey });
      return;
    }
    plain.mutate({
      params: { mentionId: mention.id },
      body: { ...choice, sendAt: sendAt === '' ? null : new Date(sendAt).toISOString() },
      idempotencyKey,
    });
  };
  useSendKey(() => send());
  return (
    <Box component="form" noValidate onSubmit={send} sx={{ display: 'grid', gap: 2 }}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {answer.question} · {t('reply.version', { number: answer.versionNumber })}
      </Typography>
      <PickedNotes answerId={answer.answerId} versionNumber={answer.versionNumber} />
      <DoNotSay text={answer.doNotSay} />
      {declared.map((placeholder, index) => (
        <PlaceholderField
          key={placeholder.name}
          placeholder={placeholder}
          value={values[placeholder.name] ?? ''}
          error={values[placeholder.name] || sending.error ? fieldErrors[placeholder.name] : undefined}
          autoFocus={index === 0}
          proposed={placeholder.type === 'first_name' ? known.data?.firstName : null}
          onChange={(value) => change(placeholder.name, value)}
        />
      ))}
      {corrects ? (
        <TextField
          label={t('reply.correctReason')}
          value={reason}
          slotProps={{ htmlInput: { maxLength: 500, 'aria-required': true } }}
          onChange={({ target }) => setReason(target.value)}
        />
      ) : null}
      {seen.changed || behind ? (
        <EditedWarning
          text={mention.text}
          onRead={
            seen.changed
              ? () => {
                  seen.read();
                  sending.reset();
                  setIdempotencyKey(newKey());
                }
              : null
          }
        />
      ) : null}
      <ReplyPreview mention={mention} preview={preview} answer={answer} />
      {answer.proofPoints.length > 0 ? (
        <Box>
          <Typography variant="overline" component="h4">
            {t('reply.proofPoints')}
          </Typography>
          <Box component="ul" sx={{ m: 0, paddingInlineStart: 2.5, typography: 'body2' }}>
            {answer.proofPoints.map((proof) => (
              <li key={proof}>{proof}</li>
            ))}
          </Box>
        </Box>
      ) : null}
      <ProblemAlert
        error={(isEdited(sending.error) ? null : sending.error) ?? (blocking ? preview.error : null)}
        shownFields={[...declared.map(({ name }) => `placeholders.${name}`), 'sendAt']}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
        <Button
          type="submit"
          variant="contained"
          size="large"
          disabled={!ready}
          loading={sending.isPending}
          autoFocus={declared.length === 0}
        >
          {t(sendAt === '' ? 'reply.send' : 'reply.sendLater')}
        </Button>
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          <Key>Ctrl</Key> + <Key>{t('inbox.help.enterKey')}</Key>
        </Typography>
        {corrects ? null : (
          <SendLater
            value={sendAt}
            error={sending.error}
            onChange={(value) => {
              setSendAt(value);
              sending.reset();
              setIdempotencyKey(newKey());
            }}
          />
        )}
      </Box>
    </Box>
  );
}

function isEdited(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === 'mention-edited';
}
