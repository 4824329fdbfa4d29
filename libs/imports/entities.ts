import { ImportRow } from './import-row.entity.js';
import { ImportRun } from './import-run.entity.js';

export const IMPORTS_ENTITIES = [ImportRow, ImportRun];
