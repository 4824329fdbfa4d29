import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tryClassification } from '#contract/classification';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { WhyThisLevel } from '../inbox/WhyThisLevel.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';

/** Judges a text as a mention would be, and stores nothing. */
export function Playground() {
  const { t } = useTranslation();
  const format = useFormat();
  const [text, setText] = useState('');
  const [followers, setFollowers] = useState('');
  const [hasMedia, setHasMedia] = useState(false);
  const judge = useChange(tryClassification);
  const assessment = judge.data;
  return (
    <Box sx={{ display: 'grid', gap: 2, mb: 4 }}>
      <Section heading="h2" title={t('classification.tryTitle')}>
        <Box
          component="form"
          noValidate
          sx={{ display: 'grid', gap: 1.5 }}
          onSubmit={(event) => {
            event.preventDefault();
            judge.mutate({
              body: { text, hasMedia, ...(followers === '' ? {} : { followers: Number(followers) }) },
            });
          }}
        >
          <TextField
            multiline
            minRows={2}
            label={t('classification.tryText')}
            value={text}
            onChange={({ target }) => setText(target.value)}
            slotProps={{ htmlInput: { maxLength: 10_000 } }}
          />
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
            <TextField
              type="number"
              label={t('classification.followers')}
              value={followers}
              onChange={({ target }) => setFollowers(target.value)}
              slotProps={{ htmlInput: { min: 0 } }}
            />
            <FormControlLabel
              control={<Checkbox checked={hasMedia} onChange={({ target }) => setHasMedia(target.checked)} />}
              label={t('classification.hasMedia')}
            />
            <Button
              type="submit"
              variant="contained"
              loading={judge.isPending}
              disabled={text.trim() === ''}
              sx={{ ml: 'auto' }}
            >
              {t('classification.try')}
            </Button>
          </Box>
          <ProblemAlert error={judge.error} />
        </Box>
      </Section>
      <div role="status">
        {assessment ? (
          <>
            <Typography variant="body2" sx={{ mb: 1 }}>
              {t('classification.language', {
                language: assessment.languageKnown
                  ? format.languageName(assessment.language)
                  : t('vocabulary.languageUnknown'),
              })}
            </Typography>
            <WhyThisLevel assessment={assessment} />
          </>
        ) : null}
      </div>
    </Box>
  );
}
