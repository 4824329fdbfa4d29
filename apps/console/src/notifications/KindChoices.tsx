import Checkbox from '@mui/material/Checkbox';
import Paper from '@mui/material/Paper';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import {
  KIND_MANNERS,
  type KindChoices as Choices,
  type Means,
  MEANS,
  type NoticeKind,
  PERSONAL_NOTICE_KINDS,
} from '#rules/notifications';

interface KindChoicesProps {
  kinds: Choices;
  mail: boolean;
  push: boolean;
  onChange: (kinds: Choices) => void;
}

/** By kind of notice: by mail, by push. The console tells everything, so there is nothing to choose there. */
export function KindChoices({ kinds, mail, push, onChange }: KindChoicesProps) {
  const { t } = useTranslation();
  const chosen = (kind: NoticeKind, means: Means) => kinds[kind]?.[means] ?? KIND_MANNERS[kind][means];
  const toggle = (kind: NoticeKind, means: Means) =>
    onChange({ ...kinds, [kind]: { ...kinds[kind], [means]: !chosen(kind, means) } });
  return (
    <section aria-labelledby="kinds-title">
      <Typography variant="h2" id="kinds-title" sx={{ mb: 1 }}>
        {t('notifications.kindsTitle')}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        {t('notifications.kindsHint')}
        {mail ? '' : ` ${t('notifications.mailNotSetUp')}`}
        {push ? '' : ` ${t('notifications.noBrowser')}`}
      </Typography>
      <TableContainer
        component={Paper}
        variant="outlined"
        tabIndex={0}
        role="group"
        aria-labelledby="kinds-title"
      >
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('notifications.kind')}</TableCell>
              <TableCell align="center">{t('notifications.means.mail')}</TableCell>
              <TableCell align="center">{t('notifications.means.push')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {PERSONAL_NOTICE_KINDS.map((kind) => (
              <TableRow key={kind}>
                <TableCell component="th" scope="row">
                  {t(`notifications.kinds.${kind}`)}
                </TableCell>
                {MEANS.map((means) => (
                  <TableCell key={means} align="center" padding="checkbox">
                    <Checkbox
                      checked={chosen(kind, means)}
                      onChange={() => toggle(kind, means)}
                      slotProps={{
                        input: {
                          'aria-label': `${t(`notifications.kinds.${kind}`)}${t('common.colon')}${t(`notifications.means.${means}`)}`,
                        },
                      }}
                    />
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </section>
  );
}
