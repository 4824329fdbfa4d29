import CheckIcon from '@mui/icons-material/Check';
import Divider from '@mui/material/Divider';
import IconButton from '@mui/material/IconButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import ListSubheader from '@mui/material/ListSubheader';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useColorScheme } from '@mui/material/styles';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { APPEARANCES, changePreferences, readSession, signOut } from '#contract/identity';
import { LOCALES } from '#platform/contract';
import { useChange } from '../api/use-endpoint.js';
import { LANGUAGES, languageName, setLanguage } from '../i18n/languages.js';
import { useSession } from '../session/session.js';
import { Initials } from '../shared/Initials.js';
import { PasswordDialog } from './PasswordDialog.js';

const APPEARANCE_NAMES = {
  light: 'shell.appearanceLight',
  dark: 'shell.appearanceDark',
  system: 'shell.appearanceSystem',
} as const;

/** Language, appearance, password, sign out. */
export function UserMenu() {
  const { t, i18n } = useTranslation();
  const { person } = useSession();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { mode, setMode } = useColorScheme();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [changingPassword, setChangingPassword] = useState(false);
  const remember = useChange(changePreferences, {
    onDone: (session) => cache.setQueryData([readSession.path, {}], session),
  });
  const leave = () => {
    cache.clear();
    void navigate('/sign-in', { replace: true });
  };
  const signingOut = useChange(signOut, { onDone: leave, onRefused: leave });

  const chooseLanguage = (code: string) => {
    void setLanguage(code);
    const locale = LOCALES.find((one) => one === code);
    if (locale) remember.mutate({ body: { locale } });
  };
  const close = () => setAnchor(null);
  return (
    <>
      <IconButton
        aria-label={t('shell.account', { name: person.name })}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Initials name={person.name} />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        <ListSubheader sx={{ lineHeight: 1.4, py: 1 }}>
          <strong>{person.name}</strong>
          <br />
          {person.roles.map((role) => t(`vocabulary.role.${role}`)).join(', ')}
        </ListSubheader>
        <Divider />
        <ListSubheader sx={{ lineHeight: '32px' }}>{t('shell.language')}</ListSubheader>
        {LANGUAGES.map((code) => (
          <Choice
            key={code}
            chosen={i18n.language === code}
            onChoose={() => chooseLanguage(code)}
            lang={code}
          >
            {languageName(code)}
          </Choice>
        ))}
        <ListSubheader sx={{ lineHeight: '32px' }}>{t('shell.appearance')}</ListSubheader>
        {APPEARANCES.map((appearance) => (
          <Choice
            key={appearance}
            chosen={mode === appearance}
            onChoose={() => {
              setMode(appearance);
              remember.mutate({ body: { appearance } });
            }}
          >
            {t(APPEARANCE_NAMES[appearance])}
          </Choice>
        ))}
        <Divider />
        <MenuItem component={Link} to="/notifications/preferences" onClick={close}>
          {t('notifications.menu')}
        </MenuItem>
        <MenuItem
          onClick={() => {
            close();
            setChangingPassword(true);
          }}
        >
          {t('shell.changePassword')}
        </MenuItem>
        <MenuItem onClick={() => signingOut.mutate({})}>{t('shell.signOut')}</MenuItem>
      </Menu>
      <PasswordDialog open={changingPassword} onClose={() => setChangingPassword(false)} />
    </>
  );
}

interface ChoiceProps {
  chosen: boolean;
  onChoose: () => void;
  children: ReactNode;
  lang?: string;
}

function Choice({ chosen, onChoose, children, lang, ...menuItem }: ChoiceProps) {
  return (
    <MenuItem {...menuItem} role="menuitemradio" aria-checked={chosen} onClick={onChoose} lang={lang} dense>
      <ListItemIcon>{chosen ? <CheckIcon fontSize="small" /> : null}</ListItemIcon>
      <ListItemText>{children}</ListItemText>
    </MenuItem>
  );
}
