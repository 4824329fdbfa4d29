import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '../session/session.js';

/** From where a group should think: to the adviser, with the topic and the question; nothing for whoever runs no workshops. */
export function WorkshopLink({ topicId, title = '' }: { topicId: string | null; title?: string }) {
  const { t } = useTranslation();
  const may = useMay();
  if (!may('workshops.run')) return null;
  const search = new URLSearchParams({ ...(topicId ? { topicId } : {}), ...(title ? { title } : {}) });
  return (
    <Button component={Link} to={`/workshops/new?${search}`}>
      {t('workshops.prepareHere')}
    </Button>
  );
}
