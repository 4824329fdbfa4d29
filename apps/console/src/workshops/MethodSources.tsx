import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Method } from '#contract/workshops';

/** Who described a method, and where. */
export function MethodSources({ method }: { method: Pick<Method, 'sources'> }) {
  const { t } = useTranslation();
  return (
    <Typography variant="caption" component="p" sx={{ color: 'text.secondary', m: 0, mt: 1 }}>
      {t('workshops.advice.sources')}{' '}
      {method.sources.map(({ text, url }, index) => (
        <Fragment key={text}>
          {index > 0 ? ' · ' : ''}
          {url ? (
            <Link href={url} target="_blank" rel="noopener noreferrer" color="inherit">
              {text}
            </Link>
          ) : (
            text
          )}
        </Fragment>
      ))}
    </Typography>
  );
}
