import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useTopicNames } from '../inbox/use-topics.js';
import { PageBody } from '../shared/PageBody.js';
import { EditMessages } from './EditMessages.js';
import { emptyMessages } from './message-draft.js';

/** Begins a house or a map (`?kind`), for the organisation or a topic (`?topicId`). */
export function NewMessagesPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const kind = search.get('kind') === 'map' ? 'map' : 'house';
  const topics = [...useTopicNames()];
  const [topicId, setTopicId] = useState(search.get('topicId') ?? '');
  const [start] = useState(() => emptyMessages(kind));
  return (
    <PageBody>
      <EditMessages
        key={kind}
        title={t(kind === 'house' ? 'keyMessages.newTitleHouse' : 'keyMessages.newTitleMap')}
        kind={kind}
        start={start}
        target={{ topicId: topicId || null }}
        place={
          <TextField
            select
            fullWidth
            label={t('keyMessages.place')}
            value={topics.some(([id]) => id === topicId) ? topicId : ''}
            onChange={({ target }) => setTopicId(target.value)}
            slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
            sx={{ mb: 2 }}
          >
            <MenuItem value="">{t('keyMessages.organisation')}</MenuItem>
            {topics.map(([id, name]) => (
              <MenuItem key={id} value={id}>
                {name}
              </MenuItem>
            ))}
          </TextField>
        }
      />
    </PageBody>
  );
}
