import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { attachAuthor, listStakeholders, LONGEST_NOTE, readMentionStakeholder } from '#contract/stakeholders';
import { readMention } from '#contract/mentions';
import type { Realm } from '#platform/contract';
import { REWEIGHED_DAYS, REWEIGHED_POSTS } from '#rules/stakeholders';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useMay } from '../session/session.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { TOUCHED } from './touched.js';

/** For whom the author speaks, as far as we know; otherwise a way to say it. */
export function MentionStakeholder({ mentionId, realm }: { mentionId: string; realm: Realm }) {
  const { t } = useTranslation();
  const may = useMay();
  const [attaching, setAttaching] = useState(false);
  const reads = may('stakeholders.read');
  const { data } = useEndpoint(readMentionStakeholder, { params: { mentionId } }, { enabled: reads });
  if (!reads || !data?.author) return null;
  const { author, stakeholder } = data;
  if (!stakeholder && !may('stakeholders.write')) return null;
  return (
    <Box
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, typography: 'body2' }}
    >
      {stakeholder ? (
        <>
          <Link component={RouterLink} to={`/stakeholders/${stakeholder.id}`} sx={{ fontWeight: 600 }}>
            {t('stakeholders.speaksFor', { name: stakeholder.name })}
          </Link>
          <span>
            {t(`stakeholders.category.${stakeholder.category}`)} ·{' '}
            {t(`stakeholders.salience.${stakeholder.salience}`)}
          </span>
          {stakeholder.owner ? (
            <span>{t('stakeholders.ownedBy', { name: stakeholder.owner.name })}</span>
          ) : null}
        </>
      ) : (
        <Button size="small" onClick={() => setAttaching(true)}>
          {t('stakeholders.attachAuthor')}
        </Button>
      )}
      {attaching ? (
        <AttachDialog authorId={author.id} realm={realm} onClose={() => setAttaching(false)} />
      ) : null}
    </Box>
  );
}

interface AttachDialogProps {
  authorId: string;
  realm: Realm;
  onClose: () => void;
}

function AttachDialog({ authorId, realm, onClose }: AttachDialogProps) {
  const { t } = useTranslation();
  const [stakeholderId, setStakeholderId] = useState('');
  const [why, setWhy] = useState('');
  const known = useEndpoint(listStakeholders, { query: { realm } });
  const attach = useChange(attachAuthor, { touches: [...TOUCHED, readMention], onDone: onClose });
  const items = known.data?.items ?? [];
  return (
    <ConfirmDialog
      open
      title={t('stakeholders.attachAuthor')}
      confirm={t('stakeholders.attachConfirm')}
      busy={attach.isPending}
      disabled={stakeholderId === ''}
      error={attach.error ?? known.error}
      onConfirm={() => attach.mutate({ params: { stakeholderId, authorId }, body: { why } })}
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1 }}>
        {known.data && items.length === 0 ? (
          <Typography variant="body2">
            {t('stakeholders.noStakeholders')}{' '}
            <Link component={RouterLink} to="/stakeholders">
              {t('stakeholders.title')}
            </Link>
          </Typography>
        ) : (
          <TextField
            select
            autoFocus
            label={t('stakeholders.attachTo')}
            value={items.length === 0 ? '' : stakeholderId}
            onChange={({ target }) => setStakeholderId(target.value)}
          >
            {items.map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {name}
              </MenuItem>
            ))}
          </TextField>
        )}
        <TextField
          label={t('stakeholders.attachWhy')}
          helperText={t('stakeholders.reweighed', { days: REWEIGHED_DAYS, posts: REWEIGHED_POSTS })}
          value={why}
          slotProps={{ htmlInput: { maxLength: LONGEST_NOTE } }}
          onChange={({ target }) => setWhy(target.value)}
        />
      </Stack>
    </ConfirmDialog>
  );
}
