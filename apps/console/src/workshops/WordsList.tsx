import AddIcon from '@mui/icons-material/Add';
import RemoveIcon from '@mui/icons-material/Delete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface WordsListProps<T> {
  title: string;
  items: readonly T[];
  most: number;
  empty: T;
  /** The fields of one line. */
  fields: (item: T, index: number, change: (item: T) => void) => ReactNode;
  onChange: (items: T[]) => void;
}

/** Lines that can be added and removed: rules, roles, sources. */
export function WordsList<T>({ title, items, most, empty, fields, onChange }: WordsListProps<T>) {
  const { t } = useTranslation();
  return (
    <Box role="group" aria-label={title} sx={{ display: 'grid', gap: 1.5 }}>
      <Typography variant="overline" component="h3">
        {title}
      </Typography>
      {items.map((item, index) => (
        <Box key={index} sx={{ display: 'flex', gap: 1, alignItems: 'start' }}>
          <Box sx={{ flex: 1, minWidth: 0, display: 'grid', gap: 1 }}>
            {fields(item, index, (next) =>
              onChange(items.map((one, place) => (place === index ? next : one))),
            )}
          </Box>
          <IconButton
            aria-label={t('workshops.method.removeLine', { title, number: index + 1 })}
            onClick={() => onChange(items.filter((_, place) => place !== index))}
          >
            <RemoveIcon />
          </IconButton>
        </Box>
      ))}
      <Box>
        <Button
          startIcon={<AddIcon />}
          disabled={items.length >= most}
          aria-label={t('workshops.method.addLineTo', { title })}
          onClick={() => onChange([...items, empty])}
        >
          {t('workshops.method.addLine')}
        </Button>
      </Box>
    </Box>
  );
}
