import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import {
  createMessageSet,
  listMessageSets,
  type MessageContent,
  type MessageSetDetail,
  type MessageSetKind,
  readMessageGaps,
  readMessageSet,
  saveMessageDraft,
  submitMessages,
} from '#contract/messages';
import { useChange } from '../api/use-endpoint.js';
import { useContentErrors } from '../library/use-answer-form.js';
import { UnsavedGuard } from '../library/UnsavedGuard.js';
import { PageHeader } from '../shared/PageHeader.js';
import { useNotify } from '../shared/Notices.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { MessageForm } from './MessageForm.js';

interface EditMessagesProps {
  title: string;
  kind: MessageSetKind;
  start: MessageContent;
  /** A new one for a topic (null: the organisation), or one that exists. */
  target: { topicId: string | null } | { setId: string; revision: number | undefined };
  place?: ReactNode;
}

/** Writing a house or a map: saved as a draft, or saved and handed to the departments. */
export function EditMessages({ title, kind, start, target, place }: EditMessagesProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const notify = useNotify();
  const [content, setContent] = useState(start);
  const [saved, setSaved] = useState(start);
  // A submission that is refused leaves a saved draft behind: from then on that one is written on.
  const [storedAs, setStored] = useState<EditMessagesProps['target'] | null>(null);
  const stored = storedAs ?? target;
  const leaving = useRef(false);
  const touches = [listMessageSets, readMessageSet, readMessageGaps];
  const create = useChange(createMessageSet, { touches });
  const save = useChange(saveMessageDraft, { touches });
  const submit = useChange(submitMessages, { touches });
  const error = create.error ?? save.error ?? submit.error;
  const errors = useContentErrors(error);
  const busy = create.isPending || save.isPending || submit.isPending;
  const leave = (setId: string, words: string) => {
    leaving.current = true;
    notify({ text: words });
    void navigate(`/messages/${setId}`);
  };
  const store = (after: (set: MessageSetDetail) => void) => {
    create.reset();
    save.reset();
    submit.reset();
    const onSuccess = (set: MessageSetDetail) => {
      setStored({ setId: set.id, revision: set.versions[0]?.revision });
      setSaved(content);
      after(set);
    };
    if ('setId' in stored) {
      save.mutate(
        { params: { setId: stored.setId }, body: { content, revision: stored.revision } },
        { onSuccess },
      );
    } else create.mutate({ body: { kind, topicId: stored.topicId, content } }, { onSuccess });
  };
  const saveOnly = () => store((set) => leave(set.id, t('keyMessages.saved')));
  const saveAndSubmit = () =>
    store((set) =>
      submit.mutate(
        { params: { setId: set.id, number: set.versions[0]?.number ?? 1 } },
        { onSuccess: () => leave(set.id, t('keyMessages.submitted')) },
      ),
    );
  const back = 'setId' in stored ? `/messages/${stored.setId}` : '/messages';
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) saveOnly();
      }}
    >
      <UnsavedGuard unsaved={JSON.stringify(content) !== JSON.stringify(saved)} leaving={leaving} />
      <PageHeader title={title} />
      {place}
      <MessageForm kind={kind} content={content} errors={errors} onChange={setContent} />
      <ProblemAlert error={error} sx={{ mt: 2 }} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'flex-end', mt: 2 }}>
        <Button onClick={() => void navigate(back)}>{t('common.cancel')}</Button>
        <Button type="submit" variant="outlined" loading={busy} disabled={content.departmentIds.length === 0}>
          {t('answers.saveDraft')}
        </Button>
        <Button
          variant="contained"
          loading={busy}
          disabled={content.departmentIds.length === 0}
          onClick={saveAndSubmit}
        >
          {t('keyMessages.submit')}
        </Button>
      </Box>
    </form>
  );
}
