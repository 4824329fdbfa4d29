import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import type { Branch, Inject } from '#contract/drills';
import { NETWORKS } from '#platform/contract';
import { useNetworkName } from '../shared/network-name.js';
import { Choice } from '../workshops/BriefFields.js';
import { NumberField } from '../workshops/NumberField.js';
import { PictureField } from './PictureField.js';
import { ReactionFields } from './ReactionFields.js';

interface InjectFieldsProps {
  inject: Inject;
  /** What comes before it: what it can be posted under and hang on. */
  earlier: readonly Inject[];
  errors: Readonly<Record<string, string>>;
  /** Of the inject among the fields of the request. */
  path: string;
  onChange: (part: Partial<Inject>) => void;
  onRemove: (() => void) | null;
}

const LOOKS = NETWORKS.filter((network) => network !== 'training' && network !== 'webhook');

/** Everything about one inject. */
export function InjectFields({ inject, earlier, errors, path, onChange, onRemove }: InjectFieldsProps) {
  const { t } = useTranslation();
  const network = useNetworkName();
  const fault = (field: string) => ({
    error: errors[`${path}.${field}`] !== undefined,
    helperText: errors[`${path}.${field}`],
  });
  const minute = Math.floor(inject.atSeconds / 60);
  const second = inject.atSeconds % 60;
  const nameOf = ({ key, author }: Inject) => `${author.name} (${key})`;
  return (
    <Box sx={{ display: 'grid', gap: 2, py: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Box sx={PAIR}>
        <NumberField
          label={t('drills.inject.at')}
          value={minute}
          least={0}
          most={1439}
          onChange={(value) => onChange({ atSeconds: value * 60 + second })}
        />
        <NumberField
          label={t('drills.inject.second')}
          value={second}
          least={0}
          most={59}
          onChange={(value) => onChange({ atSeconds: minute * 60 + value })}
        />
        <Choice
          label={t('drills.inject.look')}
          value={inject.look}
          options={[
            ...LOOKS.map((one) => [String(one), network(one)] as const),
            ...(LOOKS.some((one) => one === inject.look)
              ? []
              : [[inject.look, network(inject.look)] as const]),
          ]}
          onChange={(look) => onChange({ look })}
        />
        <TextField
          required
          label={t('drills.inject.author')}
          value={inject.author.name}
          {...fault('author.name')}
          onChange={({ target }) => onChange({ author: { ...inject.author, name: target.value } })}
          slotProps={{ htmlInput: { maxLength: 60 } }}
        />
        <TextField
          required
          label={t('drills.inject.handle')}
          value={inject.author.handle}
          {...fault('author.handle')}
          onChange={({ target }) => onChange({ author: { ...inject.author, handle: target.value } })}
          slotProps={{ htmlInput: { maxLength: 30 } }}
        />
        <NumberField
          label={t('drills.inject.followers')}
          value={inject.author.followers}
          least={0}
          most={100_000_000}
          onChange={(followers) => onChange({ author: { ...inject.author, followers } })}
        />
        {(['fr', 'en'] as const).map((language) => (
          <TextField
            key={`text ${language}`}
            multiline
            label={t(language === 'fr' ? 'drills.inject.textFr' : 'drills.inject.textEn')}
            value={inject.text[language]}
            {...fault('text')}
            onChange={({ target }) => onChange({ text: { ...inject.text, [language]: target.value } })}
            slotProps={{ htmlInput: { maxLength: 1000, lang: language } }}
          />
        ))}
        {(['fr', 'en'] as const).map((language) => (
          <TextField
            key={`note ${language}`}
            multiline
            label={t(language === 'fr' ? 'drills.inject.noteFr' : 'drills.inject.noteEn')}
            value={inject.note[language]}
            onChange={({ target }) => onChange({ note: { ...inject.note, [language]: target.value } })}
            slotProps={{ htmlInput: { maxLength: 300, lang: language } }}
          />
        ))}
        <Choice
          label={t('drills.inject.replyTo')}
          value={inject.replyTo ?? OWN}
          options={[
            [OWN, t('drills.inject.ownPost')] as const,
            ...earlier.map((one) => [one.key, nameOf(one)] as const),
          ]}
          onChange={(key) => onChange({ replyTo: key === OWN ? null : key })}
        />
        <BranchChoice inject={inject} earlier={earlier} nameOf={nameOf} onChange={onChange} />
      </Box>
      <PictureField
        picture={inject.picture}
        errors={errors}
        path={`${path}.picture`}
        onChange={(picture) => onChange({ picture })}
      />
      {inject.picture ? null : (
        <FormControlLabel
          control={<Checkbox checked={inject.hasMedia} onChange={(_, hasMedia) => onChange({ hasMedia })} />}
          label={t('drills.inject.hasMedia')}
        />
      )}
      <ReactionFields
        expected={inject.expected}
        onChange={(expected) => onChange({ expected })}
        label={t('drills.inject.expected')}
      />
      {onRemove ? (
        <Box>
          <Button color="error" startIcon={<DeleteIcon />} onClick={onRemove}>
            {t('drills.inject.remove')}
          </Button>
        </Box>
      ) : null}
    </Box>
  );
}

/** No key of an inject is written so. */
const OWN = '-';
const ALWAYS = 'always';

const PAIR = {
  display: 'grid',
  gap: 2,
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
} as const;

interface BranchChoiceProps {
  inject: Inject;
  earlier: readonly Inject[];
  nameOf: (inject: Inject) => string;
  onChange: (part: Pick<Inject, 'branch'>) => void;
}

/** Whether it comes always, or hangs on a reaction that is expected of an earlier inject. */
function BranchChoice({ inject, earlier, nameOf, onChange }: BranchChoiceProps) {
  const { t } = useTranslation();
  const { branch } = inject;
  const reactions = earlier.flatMap((one) =>
    one.expected.map(({ kind }) => ({
      value: `${one.key} ${kind}`,
      word: `${t(`drills.reactionKind.${kind}`)}${t('common.colon')}${nameOf(one)}`,
      branch: { inject: one.key, reaction: kind },
    })),
  );
  const first = reactions[0];
  if (!first) return null;
  const hang = (part: Partial<Branch>) =>
    onChange({ branch: { ...(branch ?? { ...first.branch, when: 'not_done' }), ...part } });
  return (
    <>
      <Choice
        label={t('drills.inject.branch')}
        value={branch?.when ?? ALWAYS}
        options={[
          [ALWAYS, t('drills.inject.always')],
          ['done', t('drills.inject.ifDone')],
          ['not_done', t('drills.inject.ifNotDone')],
        ]}
        onChange={(when) => (when === ALWAYS ? onChange({ branch: null }) : hang({ when }))}
      />
      {branch ? (
        <Choice
          label={t('drills.inject.branchOf')}
          value={`${branch.inject} ${branch.reaction}`}
          options={reactions.map(({ value, word }) => [value, word] as const)}
          onChange={(chosen) => hang(reactions.find(({ value }) => value === chosen)?.branch ?? {})}
        />
      ) : null}
    </>
  );
}
