import AddIcon from '@mui/icons-material/Add';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { listAnswers } from '#contract/answers';
import { type Reaction, REACTIONS } from '#contract/drills';
import { useEndpoint } from '../api/use-endpoint.js';
import { localised, useLocalised } from '../i18n/localised.js';
import { useDepartments } from '../shared/DepartmentChips.js';
import { Choice } from '../workshops/BriefFields.js';
import { NumberField } from '../workshops/NumberField.js';
import { newReaction } from './scenario-draft.js';

interface ReactionFieldsProps {
  label: string;
  expected: readonly Reaction[];
  onChange: (expected: Reaction[]) => void;
}

/** What the team ought to do upon an inject; each kind once. */
export function ReactionFields({ label, expected, onChange }: ReactionFieldsProps) {
  const { t } = useTranslation();
  const free = REACTIONS.filter((kind) => !expected.some((one) => one.kind === kind));
  const next = free[0];
  const put = (index: number, reaction: Reaction) =>
    onChange(expected.map((one, place) => (place === index ? reaction : one)));
  return (
    <Box component="fieldset" sx={{ m: 0, p: 0, border: 0, minWidth: 0, display: 'grid', gap: 1.5 }}>
      <Typography component="legend" variant="body2" sx={{ fontWeight: 600, p: 0 }}>
        {label}
      </Typography>
      {expected.map((reaction, index) => (
        <Box
          key={reaction.kind}
          sx={{
            display: 'grid',
            gap: 1,
            alignItems: 'center',
            gridTemplateColumns: {
              xs: 'minmax(0, 1fr)',
              md: 'minmax(0, 1.2fr) minmax(0, 1fr) minmax(0, 2fr) auto',
            },
          }}
        >
          <Choice
            label={t('drills.inject.reaction')}
            value={reaction.kind}
            options={[reaction.kind, ...free].map(
              (kind) => [kind, t(`drills.reactionKind.${kind}`)] as const,
            )}
            onChange={(kind) => put(index, { ...newReaction(kind), withinSeconds: reaction.withinSeconds })}
          />
          <NumberField
            label={t('drills.inject.within')}
            value={Math.max(1, Math.round(reaction.withinSeconds / 60))}
            least={1}
            most={1440}
            onChange={(minutes) => put(index, { ...reaction, withinSeconds: minutes * 60 })}
          />
          <Particular reaction={reaction} onChange={(one) => put(index, one)} />
          <IconButton
            aria-label={t('drills.inject.removeReaction', {
              reaction: t(`drills.reactionKind.${reaction.kind}`),
            })}
            onClick={() => onChange(expected.filter((_, place) => place !== index))}
            sx={{ justifySelf: 'start' }}
          >
            <DeleteIcon />
          </IconButton>
        </Box>
      ))}
      {next ? (
        <Box>
          <Button startIcon={<AddIcon />} onClick={() => onChange([...expected, newReaction(next)])}>
            {t('drills.inject.addReaction')}
          </Button>
        </Box>
      ) : null}
    </Box>
  );
}

/** What a kind of reaction has of its own. */
function Particular({ reaction, onChange }: { reaction: Reaction; onChange: (reaction: Reaction) => void }) {
  const { t } = useTranslation();
  const say = useLocalised();
  const departments = useDepartments().data?.items ?? [];
  switch (reaction.kind) {
    case 'reply':
      return (
        <AnswerQuestion value={reaction.answer} onChange={(answer) => onChange({ ...reaction, answer })} />
      );
    case 'escalate':
      return (
        <Choice
          label={t('drills.inject.department')}
          value={reaction.department ?? ANY}
          options={[
            [ANY, t('drills.inject.anyDepartment')] as const,
            ...departments.map(({ key, name }) => [key, say(name)] as const),
            ...(reaction.department === null || departments.some(({ key }) => key === reaction.department)
              ? []
              : [[reaction.department, reaction.department] as const]),
          ]}
          onChange={(key) => onChange({ ...reaction, department: key === ANY ? null : key })}
        />
      );
    case 'level':
      return (
        <NumberField
          label={t('drills.inject.level')}
          value={reaction.level}
          least={1}
          most={4}
          onChange={(level) => onChange({ ...reaction, level })}
        />
      );
    case 'no_reply':
    case 'incident':
    case 'holding_statement':
      return <span />;
  }
}

/** No department has this key. */
const ANY = '-';

/** The question that names an answer of the library; one that is not there yet can be written too. */
function AnswerQuestion({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (question: string | null) => void;
}) {
  const { t, i18n } = useTranslation();
  const answers =
    useEndpoint(listAnswers, { query: { state: 'approved', limit: 200 } }, { staleTime: 60_000 }).data
      ?.items ?? [];
  return (
    <Autocomplete
      freeSolo
      options={[...new Set(answers.map(({ question }) => localised(question, i18n.language)))]}
      value={value}
      inputValue={value ?? ''}
      onInputChange={(_, text) => onChange(text === '' ? null : text)}
      renderInput={(params) => (
        <TextField {...params} label={t('drills.inject.answer')} helperText={t('drills.inject.answerHint')} />
      )}
    />
  );
}
