import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { type RefObject, useImperativeHandle, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerVersion } from '#contract/answers';
import { versionBefore } from '#rules/answers';
import { Section } from '../inbox/Section.js';
import { VersionContentView } from './VersionContentView.js';
import { VersionDifference } from './VersionDifference.js';

/** Turns between the whole text and what changed, from outside. */
export interface ReadingControl {
  turn(): void;
}

interface VersionReadingProps {
  version: AnswerVersion;
  /** All versions of the answer, or those worth comparing with. */
  versions: readonly AnswerVersion[];
  control?: RefObject<ReadingControl | null>;
}

/** A version whole, or as what differs from any other version. In review one first wants the changes. */
export function VersionReading({ version, versions, control }: VersionReadingProps) {
  const { t } = useTranslation();
  const before = versionBefore(version, versions);
  const others = versions.filter(({ number }) => number !== version.number);
  const [chosen, setChosen] = useState(version.state === 'in_review' ? (before?.number ?? null) : null);
  const compared = others.find(({ number }) => number === chosen);
  const usual = before?.number ?? others[0]?.number ?? null;
  useImperativeHandle(control, () => ({ turn: () => setChosen(chosen === null ? usual : null) }), [
    chosen,
    usual,
  ]);
  if (others.length === 0) return <VersionContentView version={version} />;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <TextField
        select
        size="small"
        label={t('library.compareWith')}
        value={compared?.number ?? 0}
        onChange={({ target }) => setChosen(Number(target.value) || null)}
        sx={{ justifySelf: 'start', minWidth: 240 }}
      >
        <MenuItem value={0}>{t('library.compareNone')}</MenuItem>
        {others.map(({ number, state }) => (
          <MenuItem key={number} value={number}>
            {t('library.compareVersion', { number, state: t(`vocabulary.versionState.${state}`) })}
          </MenuItem>
        ))}
      </TextField>
      {compared ? (
        <Section heading="h2" title={t('answers.compareLabel')}>
          <VersionDifference
            before={compared.number < version.number ? compared : version}
            after={compared.number < version.number ? version : compared}
          />
        </Section>
      ) : (
        <VersionContentView version={version} />
      )}
    </Box>
  );
}
