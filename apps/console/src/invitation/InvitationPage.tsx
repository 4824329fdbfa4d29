import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useNavigate, useSearchParams } from 'react-router';
import { acceptInvitation, readInvitation, readSession } from '#contract/identity';
import { LOCALES } from '#platform/contract';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { LoadingState } from '../shared/LoadingState.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { usePageTitle } from '../shared/use-page-title.js';
import { Footbridge } from '../shell/Footbridge.js';
import { LanguageSwitch } from '../shell/LanguageSwitch.js';
import { InvitationForm } from './InvitationForm.js';

/** Where a one-time link leads: choose a name and a password, and come in. */
export function InvitationPage() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const [search] = useSearchParams();
  const token = search.get('token') ?? '';
  usePageTitle(t('invitation.title'));
  const reading = useEndpoint(readInvitation, { body: { token } }, { enabled: token !== '' });
  const accept = useChange(acceptInvitation, {
    onDone: (session) => {
      cache.clear();
      cache.setQueryData([readSession.path, {}], session);
      void navigate('/', { replace: true });
    },
  });
  const invitation = reading.data;
  return (
    <Box
      component="main"
      sx={{ minHeight: '100%', display: 'grid', alignContent: 'center', justifyItems: 'center', p: 2 }}
    >
      <Paper variant="outlined" sx={{ width: '100%', maxWidth: 480, p: 3, display: 'grid', gap: 2 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
          <Footbridge size={36} />
          <Typography variant="h1" sx={{ flex: 1 }}>
            {t('invitation.title')}
          </Typography>
          <LanguageSwitch />
        </Box>
        {token === '' ? <Alert severity="warning">{t('invitation.missing')}</Alert> : null}
        {token !== '' && reading.isPending ? <LoadingState rows={3} /> : null}
        {reading.error ? (
          <>
            <ProblemAlert error={reading.error} />
            <Button component={RouterLink} to="/sign-in">
              {t('invitation.toSignIn')}
            </Button>
          </>
        ) : null}
        {invitation ? (
          <>
            <Typography variant="body2">
              {invitation.firstAdministrator
                ? t('invitation.firstAdministrator')
                : t('invitation.asRoles', {
                    roles: invitation.roles.map((role) => t(`vocabulary.role.${role}`)).join(', '),
                  })}
            </Typography>
            <InvitationForm
              invitation={invitation}
              busy={accept.isPending}
              error={accept.error}
              onAccept={(fields) =>
                accept.mutate({
                  body: {
                    token,
                    ...fields,
                    locale: LOCALES.find((one) => one === i18n.language) ?? 'fr',
                  },
                })
              }
            />
          </>
        ) : null}
      </Paper>
    </Box>
  );
}
