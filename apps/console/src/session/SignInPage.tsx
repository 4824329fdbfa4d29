import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Divider from '@mui/material/Divider';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { changePreferences, readSession, readWorkspace, signIn } from '#contract/identity';
import { LOCALES } from '#platform/contract';
import { call } from '../api/client.js';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { Footbridge } from '../shell/Footbridge.js';
import { LanguageSwitch } from '../shell/LanguageSwitch.js';
import { usePageTitle } from '../shared/use-page-title.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { DemonstrationPeople } from './DemonstrationPeople.js';
import { returnPath } from './return-path.js';
import { SignInForm } from './SignInForm.js';

export function SignInPage() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const location = useLocation();
  const [search] = useSearchParams();
  const workspace = useEndpoint(readWorkspace, {});
  usePageTitle(t('signIn.title'));

  const signingIn = useChange(signIn, {
    onDone: (session) => {
      const locale = LOCALES.find((one) => one === i18n.language);
      cache.clear();
      // The language chosen on this page wins over the remembered one.
      cache.setQueryData([readSession.path, {}], {
        ...session,
        preferences: { ...session.preferences, locale: locale ?? session.preferences.locale },
      });
      if (locale && locale !== session.preferences.locale) {
        void call(changePreferences, { body: { locale } }).catch(() => undefined);
      }
      void navigate(returnPath(search.get('to')), { replace: true });
    },
  });
  const enter = (email: string, password: string) => signingIn.mutate({ body: { email, password } });
  const people = workspace.data?.demonstrationPeople ?? [];
  const ended = (location.state as { ended?: boolean } | null)?.ended === true;

  return (
    <Box
      component="main"
      sx={{ minHeight: '100%', display: 'grid', alignContent: 'center', justifyItems: 'center', p: 2 }}
    >
      <Paper
        variant="outlined"
        sx={{ width: '100%', maxWidth: people.length > 0 ? 880 : 420, overflow: 'hidden' }}
      >
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            gap: 1.5,
            px: 3,
            py: 2.5,
            borderBottom: 1,
            borderColor: 'divider',
          }}
        >
          <Footbridge size={36} />
          <Box sx={{ flex: '1 1 220px', minWidth: 0 }}>
            <Typography variant="h1">Passerelle</Typography>
            <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
              {t('signIn.tagline')}
            </Typography>
          </Box>
          <LanguageSwitch />
        </Box>
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: { xs: '1fr', md: people.length > 0 ? '1.4fr auto 1fr' : '1fr' },
          }}
        >
          {people.length > 0 ? (
            <>
              <Box sx={{ p: 3 }}>
                <DemonstrationPeople
                  people={people}
                  busy={signingIn.isPending}
                  onPick={(person) => enter(person.email, person.password)}
                />
              </Box>
              <Divider orientation="vertical" flexItem sx={{ display: { xs: 'none', md: 'block' } }} />
            </>
          ) : null}
          <Box sx={{ p: 3, display: 'grid', gap: 2, alignContent: 'start' }}>
            {people.length > 0 ? <Typography variant="h2">{t('signIn.ownAccount')}</Typography> : null}
            {ended ? <Alert severity="info">{t('signIn.sessionEnded')}</Alert> : null}
            {workspace.data?.awaitsFirstAdministrator ? (
              <Alert severity="info">{t('signIn.awaitsFirst')}</Alert>
            ) : null}
            <SignInForm busy={signingIn.isPending} onSubmit={enter} />
            <ProblemAlert error={signingIn.error ?? workspace.error} />
          </Box>
        </Box>
      </Paper>
    </Box>
  );
}
