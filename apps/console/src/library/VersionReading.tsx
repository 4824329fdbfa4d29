import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerVersion } from '#contract/answers';
import { Section } from '../inbox/Section.js';
import { versionBefore } from '#rules/answers';
import { VersionContentView } from './VersionContentView.js';
import { VersionDifference } from './VersionDifference.js';

interface VersionReadingProps {
  version: AnswerVersion;
  /** All versions of the answer. */
  versions: readonly AnswerVersion[];
}

/** A version whole, or as what it changes in the version before it. In review one first wants the changes. */
export function VersionReading({ version, versions }: VersionReadingProps) {
  const { t } = useTranslation();
  const before = versionBefore(version, versions);
  const [changes, setChanges] = useState(version.state === 'in_review' && before !== null);
  if (!before) return <VersionContentView version={version} />;
  return (
    <Box sx={{ display: 'grid', gap: 2, justifyItems: 'stretch' }}>
      <Button
        variant="outlined"
        size="small"
        onClick={() => setChanges(!changes)}
        sx={{ justifySelf: 'start' }}
      >
        {changes ? t('answers.showWhole') : t('answers.showChanges', { number: before.number })}
      </Button>
      {changes ? (
        <Section heading="h2" title={t('answers.compareLabel')}>
          <VersionDifference before={before} after={version} />
        </Section>
      ) : (
        <VersionContentView version={version} />
      )}
    </Box>
  );
}
