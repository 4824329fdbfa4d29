import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Lesson } from '#rules/fundamentals';
import { useLocalised } from '../i18n/localised.js';

/** What there is to read, and who said so first. */
export function LessonText({ lesson }: { lesson: Lesson }) {
  const { t } = useTranslation();
  const say = useLocalised();
  return (
    <Box sx={{ maxWidth: '72ch' }}>
      {lesson.parts.map((part) => (
        <Box key={part.title.en} sx={{ mb: 2 }}>
          <Typography variant="h2" sx={{ mb: 0.5 }}>
            {say(part.title)}
          </Typography>
          <Typography>{say(part.text)}</Typography>
          {part.points ? (
            <Box component="ul" sx={{ my: 1, pl: 3 }}>
              {part.points.map((point) => (
                <Typography key={point.en} component="li" sx={{ mb: 0.5 }}>
                  {say(point)}
                </Typography>
              ))}
            </Box>
          ) : null}
        </Box>
      ))}
      <Typography variant="h3" component="h2">
        {t('fundamentals.sources')}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 3, color: 'text.secondary' }}>
        {lesson.sources.map(({ text, url }) => (
          <Typography key={text} component="li" variant="body2">
            {url ? (
              <Link href={url} target="_blank" rel="noopener noreferrer">
                {text}
              </Link>
            ) : (
              text
            )}
          </Typography>
        ))}
      </Box>
    </Box>
  );
}
