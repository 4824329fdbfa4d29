import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import MenuItem from '@mui/material/MenuItem';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useNavigate } from 'react-router';
import {
  declareIncident,
  type IncidentDraft,
  listIncidents,
  listProposals,
  type PlaybookView,
} from '#contract/crisis';
import type { Realm } from '#platform/contract';
import { INCIDENT_ROLES } from '#rules/crisis';
import { ApiProblem } from '../api/api-problem.js';
import { useChange } from '../api/use-endpoint.js';
import { useCategoryName } from '../classification/use-category-name.js';
import { useLocalised } from '../i18n/localised.js';
import { Section } from '../inbox/Section.js';
import { usePeople } from '../inbox/use-people.js';
import { useSession } from '../session/session.js';
import { LevelBadge } from '../shared/LevelBadge.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { RelativeTime } from '../shared/RelativeTime.js';
import { CallFields } from './CallFields.js';
import { ClusterField } from './ClusterField.js';
import { PersonField } from './PersonField.js';

const CALLED_IN = INCIDENT_ROLES.filter((role) => role !== 'lead');
type CalledIn = Exclude<(typeof INCIDENT_ROLES)[number], 'lead'>;

interface DeclareFormProps {
  draft: IncidentDraft;
  realm: Realm;
  /** Those in use. */
  playbooks: readonly PlaybookView[];
}

/** What is known stands there already; whoever declares only has to say what has happened. */
export function DeclareForm({ draft, realm, playbooks }: DeclareFormProps) {
  const { t } = useTranslation();
  const say = useLocalised();
  const harmName = useCategoryName();
  const navigate = useNavigate();
  const me = useSession().person;
  const people = usePeople();
  const [title, setTitle] = useState(draft.topic.name);
  const [why, setWhy] = useState('');
  const [type, setType] = useState(draft.guess.type);
  const [cluster, setCluster] = useState(draft.cluster);
  const [leadId, setLeadId] = useState(me.id);
  const [roles, setRoles] = useState<Partial<Record<CalledIn, string>>>({});
  const [call, setCall] = useState({ link: '', phone: '', note: '' });
  const [freeze, setFreeze] = useState(draft.freeze);
  const declare = useChange(declareIncident, {
    touches: [listIncidents, listProposals],
    onDone: ({ id }) => void navigate(`/incidents/${id}`, { replace: true }),
  });
  const already =
    declare.error instanceof ApiProblem && declare.error.code === 'incident-open-already'
      ? String(declare.error.details.params?.['incidentId'])
      : null;
  const choose = (key: string) => {
    setType(key);
    const playbook = playbooks.find((one) => one.key === key);
    if (playbook) setCluster(playbook.cluster);
  };
  const submit = () =>
    declare.mutate({
      body: {
        ...{ topicId: draft.topic.id, realm, title, why, type, cluster, leadId, call, freeze },
        roles: CALLED_IN.flatMap((role) => {
          const personId = roles[role as CalledIn];
          return personId ? [{ role: role as CalledIn, personId }] : [];
        }),
      },
    });
  const leadName = people.find(({ id }) => id === leadId)?.name ?? '';
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}
    >
      <Known draft={draft} />
      <TextField
        required
        fullWidth
        label={t('incidents.name')}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
        slotProps={{ htmlInput: { maxLength: 160 } }}
      />
      <TextField
        required
        autoFocus
        fullWidth
        multiline
        minRows={3}
        label={t('incidents.why')}
        helperText={t('incidents.whyHint')}
        value={why}
        onChange={({ target }) => setWhy(target.value)}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '1fr 1fr' } }}>
        <TextField
          select
          fullWidth
          label={t('incidents.type')}
          value={type}
          onChange={({ target }) => choose(target.value)}
          helperText={
            draft.guess.harm
              ? t('incidents.guessed', {
                  count: draft.guess.mentions,
                  harm: harmName(draft.guess.harm),
                })
              : t('incidents.guessedNone')
          }
        >
          {playbooks.map(({ key, name }) => (
            <MenuItem key={key} value={key}>
              {say(name)}
            </MenuItem>
          ))}
        </TextField>
        <ClusterField value={cluster} onChange={setCluster} />
      </Box>
      <PersonField
        label={t('incidents.whoLeads')}
        permission="incidents.run"
        value={leadId}
        onChange={setLeadId}
        helperText={leadId === me.id ? t('incidents.leadNow') : t('incidents.leadAsked', { name: leadName })}
      />
      <Section heading="h2" title={t('incidents.rolesTitle')}>
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            pt: 1,
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '1fr 1fr' },
          }}
        >
          {CALLED_IN.map((role) => (
            <PersonField
              key={role}
              label={t(`incidents.role.${role}`)}
              permission="incidents.take_part"
              value={roles[role as CalledIn] ?? ''}
              none={t('incidents.nobodyYet')}
              onChange={(personId) => setRoles({ ...roles, [role]: personId })}
            />
          ))}
        </Box>
      </Section>
      <Section heading="h2" title={t('incidents.callTitle')}>
        <Box sx={{ display: 'grid', gap: 2, pt: 1 }}>
          <CallFields call={call} onCall={setCall} />
        </Box>
      </Section>
      <Box>
        <FormControlLabel
          control={<Switch checked={freeze} onChange={({ target }) => setFreeze(target.checked)} />}
          label={t('incidents.freezeLabel')}
        />
        <FormHelperText>{t('incidents.freezeHint')}</FormHelperText>
      </Box>
      {already ? (
        <Alert
          severity="warning"
          action={
            <Button color="inherit" component={RouterLink} to={`/incidents/${already}`}>
              {t('incidents.seeIncident')}
            </Button>
          }
        >
          {t('incidents.openAlready')}
        </Alert>
      ) : (
        <ProblemAlert error={declare.error} />
      )}
      <Box>
        <Button
          type="submit"
          variant="contained"
          color="error"
          size="large"
          loading={declare.isPending}
          disabled={title.trim() === '' || why.trim() === '' || leadId === ''}
        >
          {t('incidents.declare')}
        </Button>
      </Box>
    </Box>
  );
}

/** Where the topic stands, and what weighs most in it. */
function Known({ draft }: { draft: IncidentDraft }) {
  const { t } = useTranslation();
  return (
    <Section heading="h2" title={draft.topic.name} action={<LevelBadge level={draft.level} />}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {draft.levelSince ? <RelativeTime instant={draft.levelSince} /> : null}
        {draft.byHand ? ` · ${t('incidents.byHand')}` : null}{' '}
        <RouterLink to={`/topics/${draft.topic.id}`}>{t('incidents.seeTopic')}</RouterLink>
      </Typography>
      {draft.posts.length > 0 ? (
        <>
          <Typography variant="body2" sx={{ fontWeight: 650, mt: 1 }}>
            {t('incidents.heaviest')}
          </Typography>
          <Box component="ul" sx={{ m: 0, pl: 2.5, overflowWrap: 'anywhere' }}>
            {draft.posts.map(({ id, author, text }) => (
              <Typography component="li" variant="body2" key={id}>
                {author ? `${author}${t('common.colon')}` : ''}
                {text}
              </Typography>
            ))}
          </Box>
        </>
      ) : null}
    </Section>
  );
}
