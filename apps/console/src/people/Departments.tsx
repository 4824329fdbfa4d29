import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createDepartment, type Department, listDepartments, renameDepartment } from '#contract/identity';
import { LOCALES } from '#platform/contract';
import { useChange } from '../api/use-endpoint.js';
import { useFieldErrors } from '../i18n/problem-text.js';
import { useLocalised } from '../i18n/localised.js';
import { useMay } from '../session/session.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useDepartments } from '../shared/DepartmentChips.js';

/** The departments; administrators add and rename them. */
export function Departments() {
  const { t } = useTranslation();
  const say = useLocalised();
  const may = useMay();
  const departments = useDepartments().data?.items ?? [];
  const [writing, setWriting] = useState<{ department: Department | null } | null>(null);
  return (
    <section aria-labelledby="departments-title">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1 }}>
        <Box sx={{ flex: '1 1 240px' }}>
          <Typography variant="h2" id="departments-title">
            {t('people.departmentsTitle')}
          </Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('people.departmentsLead')}
          </Typography>
        </Box>
        {may('people.write') ? (
          <Button variant="outlined" startIcon={<AddIcon />} onClick={() => setWriting({ department: null })}>
            {t('people.newDepartment')}
          </Button>
        ) : null}
      </Box>
      <Paper
        variant="outlined"
        component="ul"
        aria-labelledby="departments-title"
        sx={{ m: 0, p: 0, listStyle: 'none', overflow: 'hidden' }}
      >
        {departments.map((department) => (
          <Box
            component="li"
            key={department.id}
            sx={{
              px: 2,
              py: 1,
              display: 'flex',
              alignItems: 'center',
              gap: 1,
              borderBottom: 1,
              borderColor: 'divider',
            }}
          >
            <Typography variant="body2" sx={{ flex: 1 }}>
              {say(department.name)}
            </Typography>
            {may('people.write') ? (
              <Button
                size="small"
                onClick={() => setWriting({ department })}
                aria-label={t('people.renameOf', { name: say(department.name) })}
              >
                {t('people.rename')}
              </Button>
            ) : null}
          </Box>
        ))}
      </Paper>
      {writing ? <DepartmentDialog department={writing.department} onClose={() => setWriting(null)} /> : null}
    </section>
  );
}

function DepartmentDialog({ department, onClose }: { department: Department | null; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useLocalised();
  const [key, setKey] = useState('');
  const [name, setName] = useState(department?.name ?? { fr: '', en: '' });
  const options = { touches: [listDepartments], onDone: onClose };
  const create = useChange(createDepartment, options);
  const rename = useChange(renameDepartment, options);
  const error = create.error ?? rename.error;
  const errors = useFieldErrors(error);
  return (
    <ConfirmDialog
      open
      title={department ? t('people.renameOf', { name: say(department.name) }) : t('people.newDepartment')}
      confirm={t(department ? 'common.save' : 'people.create')}
      busy={create.isPending || rename.isPending}
      disabled={name.fr.trim() === '' || name.en.trim() === '' || (!department && key === '')}
      error={error}
      onConfirm={() => {
        if (department) rename.mutate({ params: { departmentId: department.id }, body: { name } });
        else create.mutate({ body: { key, name } });
      }}
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1 }}>
        {LOCALES.map((language) => (
          <TextField
            key={language}
            required
            label={t(`people.nameIn.${language}`)}
            value={name[language]}
            onChange={({ target }) => setName({ ...name, [language]: target.value })}
            error={Boolean(errors[`name.${language}`])}
            helperText={errors[`name.${language}`]}
            slotProps={{ htmlInput: { lang: language, maxLength: 80 } }}
          />
        ))}
        {department ? null : (
          <TextField
            required
            label={t('people.key')}
            value={key}
            onChange={({ target }) => setKey(target.value)}
            error={Boolean(errors['key'])}
            helperText={errors['key'] ?? t('people.keyHint')}
            slotProps={{ htmlInput: { maxLength: 32, spellCheck: false, autoCapitalize: 'none' } }}
          />
        )}
      </Stack>
    </ConfirmDialog>
  );
}
