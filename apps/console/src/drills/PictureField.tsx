import PictureIcon from '@mui/icons-material/AddPhotoAlternateOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Inject, keepDrillPicture } from '#contract/drills';
import { useChange } from '../api/use-endpoint.js';
import { useLocalised } from '../i18n/localised.js';
import { PostPicture } from '../shared/PostPicture.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';

interface PictureFieldProps {
  picture: Inject['picture'];
  errors: Readonly<Record<string, string>>;
  /** Of the picture among the fields of the request. */
  path: string;
  onChange: (picture: Inject['picture']) => void;
}

/** The picture of an inject: chosen from a file, and said in words. */
export function PictureField({ picture, errors, path, onChange }: PictureFieldProps) {
  const { t } = useTranslation();
  const say = useLocalised();
  const input = useRef<HTMLInputElement>(null);
  const keep = useChange(keepDrillPicture, {
    onDone: ({ id }) => onChange({ id, alt: picture?.alt ?? { fr: '', en: '' } }),
  });
  const take = (file: File | undefined) => {
    if (!file) return;
    const form = new FormData();
    form.append('file', file);
    keep.mutate({ form });
  };
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {picture ? <PostPicture picture={{ id: picture.id, alt: say(picture.alt) }} height={160} /> : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button startIcon={<PictureIcon />} loading={keep.isPending} onClick={() => input.current?.click()}>
          {t(picture ? 'drills.picture.other' : 'drills.picture.choose')}
        </Button>
        {picture ? (
          <Button color="error" onClick={() => onChange(undefined)}>
            {t('drills.picture.remove')}
          </Button>
        ) : null}
      </Box>
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg,image/gif,image/webp"
        aria-label={t('drills.picture.choose')}
        hidden
        onChange={({ target }) => {
          take(target.files?.[0]);
          target.value = '';
        }}
      />
      {picture
        ? (['fr', 'en'] as const).map((language) => (
            <TextField
              key={language}
              multiline
              label={t(language === 'fr' ? 'drills.picture.altFr' : 'drills.picture.altEn')}
              value={picture.alt[language]}
              error={errors[`${path}.alt.${language}`] !== undefined}
              helperText={errors[`${path}.alt.${language}`] ?? t('drills.picture.altHint')}
              onChange={({ target }) =>
                onChange({ ...picture, alt: { ...picture.alt, [language]: target.value } })
              }
              slotProps={{ htmlInput: { maxLength: 300, lang: language } }}
            />
          ))
        : null}
      <ProblemAlert error={keep.error} />
    </Box>
  );
}
