import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  changeContact,
  type ContactSummary,
  type ContactView,
  eraseContact,
  mergeContacts,
  readContact,
} from '#contract/contacts';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useNotify } from '../shared/Notices.js';
import { draftOf, fieldsOf } from './contact-draft.js';
import { ContactDialog } from './ContactDialog.js';
import { ContactPicker } from './ContactPicker.js';
import { TOUCHED } from './touched.js';

/** Change, merge, erase. */
export function ContactActions({ contact }: { contact: ContactView }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<'change' | 'merge' | 'erase' | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      <Button variant="outlined" onClick={() => setAsked('change')}>
        {t('contacts.change')}
      </Button>
      <Button onClick={() => setAsked('merge')}>{t('contacts.merge')}</Button>
      <Button color="error" onClick={() => setAsked('erase')}>
        {t('contacts.erase')}
      </Button>
      {asked === 'change' ? <Change contact={contact} onClose={close} /> : null}
      {asked === 'merge' ? <Merge contact={contact} onClose={close} /> : null}
      {asked === 'erase' ? <Erase contact={contact} onClose={close} /> : null}
    </>
  );
}

interface AskedProps {
  contact: ContactView;
  onClose: () => void;
}

function Change({ contact, onClose }: AskedProps) {
  const { t } = useTranslation();
  // What the person saw when they began: a colleague's change meanwhile is told, not written over.
  const [seen] = useState(contact);
  const change = useChange(changeContact, { touches: TOUCHED, onDone: onClose });
  return (
    <ContactDialog
      title={t('contacts.changeTitle')}
      confirm={t('contacts.save')}
      draft={draftOf(seen)}
      busy={change.isPending}
      error={change.error}
      onSave={(draft) =>
        change.mutate({ params: { contactId: seen.id }, body: { ...fieldsOf(draft), version: seen.version } })
      }
      onClose={onClose}
    />
  );
}

function Merge({ contact, onClose }: AskedProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const [other, setOther] = useState<ContactSummary | null>(null);
  const reading = useEndpoint(
    readContact,
    { params: { contactId: other?.id ?? '' } },
    { enabled: other !== null },
  );
  const merge = useChange(mergeContacts, {
    touches: TOUCHED,
    onDone: () => {
      notify({ text: t('contacts.mergedNow') });
      onClose();
    },
  });
  const otherVersion = reading.data?.version;
  return (
    <ConfirmDialog
      open
      title={t('contacts.mergeTitle', { name: contact.name })}
      confirm={t('contacts.merge')}
      busy={merge.isPending}
      disabled={other === null || otherVersion === undefined}
      error={merge.error ?? reading.error}
      onConfirm={() => {
        if (other === null || otherVersion === undefined) return;
        merge.mutate({
          params: { contactId: contact.id },
          body: { otherId: other.id, version: contact.version, otherVersion },
        });
      }}
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1 }}>
        <Typography variant="body2">{t('contacts.mergeText', { name: contact.name })}</Typography>
        <ContactPicker
          realm={contact.realm}
          label={t('contacts.mergeOther')}
          value={other}
          without={contact.id}
          onChange={setOther}
        />
      </Stack>
    </ConfirmDialog>
  );
}

function Erase({ contact, onClose }: AskedProps) {
  const { t } = useTranslation();
  const [authors, setAuthors] = useState(true);
  const erase = useChange(eraseContact, { touches: TOUCHED, onDone: onClose });
  return (
    <ConfirmDialog
      open
      title={t('contacts.eraseTitle', { name: contact.name })}
      confirm={t('contacts.eraseForGood')}
      colour="error"
      busy={erase.isPending}
      error={erase.error}
      onConfirm={() =>
        erase.mutate({ params: { contactId: contact.id }, body: { version: contact.version, authors } })
      }
      onClose={onClose}
    >
      <Typography>{t('contacts.eraseText')}</Typography>
      <FormControlLabel
        sx={{ mt: 1 }}
        control={<Checkbox checked={authors} onChange={(_, checked) => setAuthors(checked)} />}
        label={t('contacts.eraseAuthors')}
      />
    </ConfirmDialog>
  );
}
