import type { CSSObject, CssVarsTheme, Theme } from '@mui/material/styles';
import { levelVariables } from './levels.js';

/** What is only there to be pressed, and what is too wide for paper as it stands. */
const PRESSED = [
  '.no-print',
  'form',
  '.MuiButton-root',
  '.MuiIconButton-root',
  '.MuiTabScrollButton-root',
  '.MuiTabs-indicator',
  '.MuiTab-root:not(.Mui-selected)',
  '.MuiTooltip-popper',
  '.MuiFormControlLabel-root:has(.MuiSwitch-root)',
].join(', ');

/**
 * Paper: the page alone and as long as it is, in ink on white whatever the screen is set to, with nothing to press, nothing
 * that scrolls, and charts and rows in one piece.
 */
export function printStyles(theme: Theme): CSSObject {
  return {
    '@page': { margin: '12mm' },
    '@media print': {
      'html[data-scheme="dark"]': { ...lightVariables(theme), ...levelVariables('light') },
      'html, body, #root, #root > div, #root > div > div, #content, #content > div': {
        display: 'block !important',
        height: 'auto !important',
        overflow: 'visible !important',
        backgroundColor: '#fff !important',
      },
      '#root > div > header, #root > div > nav, #root > div > a, #root > div > div > :not(main)': {
        display: 'none !important',
      },
      [PRESSED]: { display: 'none !important' },
      'main a': { color: 'inherit !important', textDecoration: 'none !important' },
      '.MuiTableContainer-root, .MuiTabs-scroller': { overflow: 'visible !important' },
      'main table': { width: '100% !important', minWidth: '0 !important' },
      'main th, main td': {
        padding: '3px 6px !important',
        whiteSpace: 'normal !important',
        overflowWrap: 'anywhere',
      },
      // Browsers measure no chart anew for paper: it is drawn to its own scale.
      'main svg': { maxWidth: '100%' },
      // Sheets cannot be cut between the rows of a grid that is itself in a grid.
      '.print-flow': { display: 'block !important' },
      '.print-flow > *': { marginBottom: '12px' },
      'tr, li, figure, .MuiCard-root, .MuiAlert-root, [class*="MuiCharts"]': { breakInside: 'avoid' },
      'h1, h2, h3': { breakAfter: 'avoid' },
    },
  };
}

/** Every colour of the light scheme, as the theme writes it down. */
function lightVariables(theme: Theme): CSSObject {
  const { generateStyleSheets } = theme as Theme & Partial<Pick<CssVarsTheme, 'generateStyleSheets'>>;
  const sheets: Record<string, CSSObject>[] = generateStyleSheets?.() ?? [];
  const light = sheets.flatMap((sheet) =>
    Object.entries(sheet).flatMap(([selector, variables]) =>
      selector.includes('"light"') ? [variables] : [],
    ),
  );
  return Object.assign({}, ...light) as CSSObject;
}
