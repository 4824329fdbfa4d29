import AttachIcon from '@mui/icons-material/AttachFile';
import LockIcon from '@mui/icons-material/Lock';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  attachToEscalation,
  commentEscalation,
  type EscalationDetail,
  readAttachment,
  readEscalation,
} from '#contract/escalation';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { usePeople } from '../inbox/use-people.js';
import { useMay, useSession } from '../session/session.js';
import { useDepartmentName } from '../shared/DepartmentChips.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { RelativeTime } from '../shared/RelativeTime.js';

/** What colleagues say about it, and the files they attach; notes may be private to one department. */
export function Talk({ detail }: { detail: EscalationDetail }) {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <Section title={t('escalations.talk')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {detail.comments.map((comment) => (
          <Box component="li" key={comment.id} sx={{ typography: 'body2' }}>
            <strong>{comment.by.name}</strong>{' '}
            <Typography component="span" variant="caption" sx={{ color: 'text.secondary' }}>
              <RelativeTime instant={comment.at} />
              {comment.mentioned.length > 0
                ? ` · → ${comment.mentioned.map(({ name }) => name).join(', ')}`
                : ''}
            </Typography>
            <PrivateMark departmentId={comment.privateTo} />
            <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {comment.text}
            </Typography>
          </Box>
        ))}
        {detail.attachments.map((file) => (
          <AttachmentItem key={file.id} file={file} />
        ))}
      </Box>
      {may('mentions.triage') || may('escalations.decide') ? <CommentForm detail={detail} /> : null}
    </Section>
  );
}

function AttachmentItem({ file }: { file: EscalationDetail['attachments'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Box component="li" sx={{ typography: 'body2' }}>
      <Link
        href={readAttachment.path.replace('{attachmentId}', file.id)}
        aria-label={t('escalations.download', { name: file.name })}
        download
      >
        {file.name}
      </Link>{' '}
      <Typography component="span" variant="caption" sx={{ color: 'text.secondary' }}>
        {format.bytes(file.bytes)} · {file.by.name}
      </Typography>
      <PrivateMark departmentId={file.privateTo} />
    </Box>
  );
}

function PrivateMark({ departmentId }: { departmentId: string | null }) {
  const { t } = useTranslation();
  const name = useDepartmentName();
  if (departmentId === null) return null;
  return (
    <Typography
      component="span"
      variant="caption"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, marginInlineStart: 1 }}
    >
      <LockIcon aria-hidden fontSize="inherit" />
      {t('escalations.isPrivate', { department: name(departmentId) })}
    </Typography>
  );
}

function CommentForm({ detail }: { detail: EscalationDetail }) {
  const { t } = useTranslation();
  const { person } = useSession();
  const name = useDepartmentName();
  const people = usePeople().filter(({ active }) => active);
  const [text, setText] = useState('');
  const [mentionedIds, setMentionedIds] = useState<string[]>([]);
  const [privateTo, setPrivateTo] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const params = { escalationId: detail.id };
  const comment = useChange(commentEscalation, {
    touches: [readEscalation],
    onDone: () => {
      setText('');
      setMentionedIds([]);
    },
  });
  const attach = useChange(attachToEscalation, { touches: [readEscalation] });
  const upload = (file: File | undefined) => {
    if (!file) return;
    const form = new FormData();
    if (privateTo) form.append('privateTo', privateTo);
    form.append('file', file);
    attach.mutate({ params, body: {}, form });
  };
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') {
          comment.mutate({ params, body: { text: text.trim(), mentionedIds, privateTo: privateTo || null } });
        }
      }}
      sx={{ display: 'grid', gap: 1, mt: 1.5 }}
    >
      <TextField
        multiline
        minRows={2}
        label={t('escalations.comment')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
      <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        <Autocomplete
          multiple
          size="small"
          options={people.map(({ id }) => id)}
          value={mentionedIds}
          getOptionLabel={(id) => people.find((one) => one.id === id)?.name ?? ''}
          onChange={(_, ids) => setMentionedIds(ids)}
          renderInput={(given) => <TextField {...given} label={t('escalations.mention')} />}
        />
        <TextField
          select
          size="small"
          label={t('escalations.visible')}
          value={privateTo}
          onChange={(event) => setPrivateTo(event.target.value)}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        >
          <MenuItem value="">{t('escalations.everybody')}</MenuItem>
          {person.departmentIds.map((id) => (
            <MenuItem key={id} value={id}>
              {t('escalations.privateTo', { department: name(id) })}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      <ProblemAlert error={comment.error ?? attach.error} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Button type="submit" variant="outlined" loading={comment.isPending} disabled={text.trim() === ''}>
          {t('escalations.commentSend')}
        </Button>
        <Button startIcon={<AttachIcon />} loading={attach.isPending} onClick={() => input.current?.click()}>
          {t('escalations.attach')}
        </Button>
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {t('escalations.attachHint')}
        </Typography>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t('escalations.attach')}
          accept=".pdf,.png,.jpg,.jpeg,.gif,.webp,.txt"
          onChange={(event) => {
            upload(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </Box>
    </Box>
  );
}
