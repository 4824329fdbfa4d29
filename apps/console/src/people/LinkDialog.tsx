import { useTranslation } from 'react-i18next';
import { SecretLinkDialog } from '../shared/SecretLinkDialog.js';

export interface OneTimeLink {
  name: string;
  path: string;
}

/** Shows a one-time link, once. */
export function LinkDialog({ link, onClose }: { link: OneTimeLink; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <SecretLinkDialog
      title={t('people.linkTitle', { name: link.name })}
      text={t('people.linkText')}
      label={t('people.link')}
      path={link.path}
      onClose={onClose}
    />
  );
}
