import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Suggestion } from '#contract/answers';
import {
  answerInvitation,
  listMyInvitations,
  type MyInvitation,
  previewInvited,
  readMyInvitation,
} from '#contract/colleagues';
import { ApiProblem } from '../api/api-problem.js';
import { call } from '../api/client.js';
import { useChange } from '../api/use-endpoint.js';
import { EditedWarning } from '../reply/EditedWarning.js';
import { filledIn } from '../reply/filled-in.js';
import { PlaceholderField } from '../reply/PlaceholderField.js';
import { placeholdersOf } from '../reply/placeholders-of.js';
import { ReplyPreview } from '../reply/ReplyPreview.js';
import { usePlaceholderErrors } from '../reply/use-placeholder-errors.js';
import { usePreview } from '../reply/use-reply-preview.js';
import { useSeenWording } from '../reply/use-seen-wording.js';
import { newKey } from '../shared/new-key.js';
import { DoNotSay } from '../shared/DoNotSay.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';

interface CheckAnswerProps {
  invitation: MyInvitation;
  answer: Suggestion;
  onBack: () => void;
}

/** Fills the blanks of the picked answer, shows exactly what would be published and under whose name, and sends it. */
export function CheckAnswer({ invitation, answer, onBack }: CheckAnswerProps) {
  const { t } = useTranslation();
  const declared = placeholdersOf(answer);
  const params = { invitationId: invitation.id };
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  // One key for this reply however often it is sent: a second click can never publish it twice.
  const [idempotencyKey, setIdempotencyKey] = useState(() => newKey());
  const seen = useSeenWording(invitation.post);
  const given = { values, wording: seen.wording };
  const preview = usePreview([previewInvited.path, invitation.id], answer, given, (body, signal) =>
    call(previewInvited, { params, body }, { signal }),
  );
  const sending = useChange(answerInvitation, { touches: [readMyInvitation, listMyInvitations] });
  const fieldErrors = usePlaceholderErrors(sending.error ?? preview.error);
  const blocking =
    preview.error instanceof ApiProblem && preview.error.status !== 422 && preview.error.status !== 400;
  const behind = preview.data?.edited === true;
  const cache = useQueryClient();
  useEffect(() => {
    if (behind) void cache.invalidateQueries({ queryKey: [readMyInvitation.path] });
  }, [behind, cache]);
  const ready =
    !seen.changed && !behind && preview.current && preview.data?.fits === true && !sending.isPending;
  const change = (name: string, value: string) => {
    setValues((before) => ({ ...before, [name]: value }));
    sending.reset();
    setIdempotencyKey(newKey());
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const { wording } = seen;
    const body = { answerVariantId: answer.variantId, placeholders: filledIn(values), wording };
    sending.mutate({ params, body, idempotencyKey });
  };
  return (
    <Box
      component="form"
      noValidate
      onSubmit={send}
      sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}
    >
      <DoNotSay text={answer.doNotSay} />
      {declared.map((placeholder) => (
        <PlaceholderField
          key={placeholder.name}
          placeholder={placeholder}
          value={values[placeholder.name] ?? ''}
          error={values[placeholder.name] || sending.error ? fieldErrors[placeholder.name] : undefined}
          autoFocus={false}
          proposed={placeholder.type === 'first_name' ? invitation.post.firstName : null}
          onChange={(value) => change(placeholder.name, value)}
        />
      ))}
      {seen.changed || behind ? (
        <EditedWarning text={invitation.post.text} onRead={seen.changed ? seen.read : null} />
      ) : null}
      <ReplyPreview mention={invitation.post} preview={preview} answer={answer} />
      <Box component="ul" sx={{ m: 0, paddingInlineStart: 2.5, typography: 'body2' }}>
        <li>
          {invitation.account
            ? t('invitations.account', { account: invitation.account })
            : t('invitations.accountUnknown')}
        </li>
        <li>{t('invitations.named')}</li>
        <li>
          {invitation.confirm
            ? t('invitations.confirm', { name: invitation.askedBy })
            : t('invitations.noConfirm')}
        </li>
      </Box>
      <ProblemAlert
        error={sending.error ?? (blocking ? preview.error : null)}
        shownFields={declared.map(({ name }) => `placeholders.${name}`)}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
        <Button type="submit" variant="contained" size="large" disabled={!ready} loading={sending.isPending}>
          {t('invitations.send')}
        </Button>
        <Button size="large" onClick={onBack}>
          {t('invitations.otherAnswer')}
        </Button>
      </Box>
    </Box>
  );
}
