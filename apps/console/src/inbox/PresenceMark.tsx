import AnsweringIcon from '@mui/icons-material/Edit';
import ViewingIcon from '@mui/icons-material/VisibilityOutlined';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/session.js';
import { usePresence } from './presence-store.js';

/** Which colleagues are at the mention now. */
export function PresenceMark({ mentionId }: { mentionId: string }) {
  const { t } = useTranslation();
  const { person } = useSession();
  const others = usePresence(mentionId).filter(({ personId }) => personId !== person.id);
  return others.map(({ personId, name, activity }) => (
    <Box
      key={personId}
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        fontSize: '0.78125rem',
        fontWeight: activity === 'answering' ? 650 : 400,
        color: activity === 'answering' ? 'warning.main' : 'text.secondary',
      }}
    >
      {activity === 'answering' ? (
        <AnsweringIcon sx={{ fontSize: 14 }} />
      ) : (
        <ViewingIcon sx={{ fontSize: 14 }} />
      )}
      {t(activity === 'answering' ? 'inbox.isAnswering' : 'inbox.isViewing', { name })}
    </Box>
  ));
}
