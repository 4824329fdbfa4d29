import { createTheme } from '@mui/material/styles';
import { levelVariables } from './levels.js';

const FONT =
  '"Inter", "Segoe UI Variable Text", "Segoe UI", system-ui, -apple-system, "Roboto", "Noto Sans", "Helvetica Neue", sans-serif';

/** Petrol and warm paper; dense, with clear edges in place of shadows. */
export const theme = createTheme({
  cssVariables: { cssVarPrefix: 'passerelle', colorSchemeSelector: 'data-scheme' },
  colorSchemes: {
    light: {
      palette: {
        primary: { main: '#0d5c63', dark: '#084349', light: '#3a8088', contrastText: '#ffffff' },
        secondary: { main: '#8a4f1d', dark: '#653711', light: '#b07a4a', contrastText: '#ffffff' },
        error: { main: '#b3261e' },
        warning: { main: '#8f4a00' },
        info: { main: '#1f5f99' },
        success: { main: '#1f6a43' },
        background: { default: '#f4f5f2', paper: '#ffffff' },
        text: { primary: '#1a2427', secondary: '#4d5a5e', disabled: '#7b868a' },
        divider: '#dcdfda',
        action: {
          active: 'rgba(26, 36, 39, 0.64)',
          hover: 'rgba(13, 92, 99, 0.05)',
          selected: 'rgba(13, 92, 99, 0.1)',
        },
      },
    },
    dark: {
      palette: {
        primary: { main: '#7fcbd1', dark: '#4ea3aa', light: '#a8dfe3', contrastText: '#06282b' },
        secondary: { main: '#e3b283', dark: '#b98a5c', light: '#f1cfac', contrastText: '#33200c' },
        error: { main: '#ff9d94' },
        warning: { main: '#f5b873' },
        info: { main: '#8fc3f2' },
        success: { main: '#86d3a6' },
        background: { default: '#12181b', paper: '#192125' },
        text: { primary: '#e8edee', secondary: '#aab6ba', disabled: '#7b888d' },
        divider: '#2e393e',
        action: { hover: 'rgba(127, 203, 209, 0.06)', selected: 'rgba(127, 203, 209, 0.13)' },
      },
    },
  },
  shape: { borderRadius: 8 },
  spacing: 8,
  typography: {
    fontFamily: FONT,
    fontSize: 14,
    h1: { fontSize: '1.375rem', fontWeight: 650, lineHeight: 1.3, letterSpacing: '-0.01em' },
    h2: { fontSize: '1.0625rem', fontWeight: 650, lineHeight: 1.4 },
    h3: { fontSize: '0.9375rem', fontWeight: 650, lineHeight: 1.45 },
    body1: { fontSize: '0.9375rem', lineHeight: 1.55 },
    body2: { fontSize: '0.875rem', lineHeight: 1.5 },
    caption: { fontSize: '0.78125rem', lineHeight: 1.45 },
    overline: { fontSize: '0.6875rem', fontWeight: 650, letterSpacing: '0.07em', lineHeight: 2 },
    button: { textTransform: 'none', fontWeight: 600 },
  },
  components: {
    MuiCssBaseline: {
      styleOverrides: {
        ':root': levelVariables('light'),
        '[data-scheme="dark"]': levelVariables('dark'),
        'html, body, #root': { height: '100%' },
        ':focus-visible': {
          outline: '2px solid var(--passerelle-palette-primary-main)',
          outlineOffset: '2px',
        },
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': {
            animationDuration: '0.01ms !important',
            transitionDuration: '0.01ms !important',
          },
        },
        mark: {
          backgroundColor: 'var(--passerelle-level-1-tint)',
          color: 'inherit',
          borderBottom: '2px solid var(--passerelle-level-1-solid)',
          borderRadius: 2,
        },
      },
    },
    MuiButton: { defaultProps: { disableElevation: true }, styleOverrides: { root: { minHeight: 34 } } },
    MuiButtonBase: { defaultProps: { disableRipple: true } },
    // Height is shown by an edge, also in the dark, where the library would lighten the surface.
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiCard: { defaultProps: { variant: 'outlined' } },
    MuiTextField: { defaultProps: { size: 'small' } },
    MuiSelect: { defaultProps: { size: 'small' } },
    MuiChip: { defaultProps: { size: 'small' }, styleOverrides: { root: { borderRadius: 6 } } },
    MuiTooltip: { defaultProps: { arrow: true, enterDelay: 400 } },
    MuiDialog: {
      defaultProps: { fullWidth: true, maxWidth: 'sm' },
      styleOverrides: { paper: { border: '1px solid var(--passerelle-palette-divider)' } },
    },
    MuiAlert: { styleOverrides: { action: { whiteSpace: 'nowrap' } } },
    MuiDialogTitle: { defaultProps: { variant: 'h2' } },
    MuiTab: { styleOverrides: { root: { minHeight: 40, padding: '6px 12px' } } },
    MuiTabs: { styleOverrides: { root: { minHeight: 40 } } },
    MuiTableCell: { styleOverrides: { head: { fontWeight: 650 } } },
  },
});
