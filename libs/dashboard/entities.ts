import { DashboardLook } from './dashboard-look.entity.js';
import { DashboardMailRow } from './dashboard-mail.entity.js';
import { DisplayToken } from './display-token.entity.js';

export const DASHBOARD_ENTITIES = [DashboardLook, DashboardMailRow, DisplayToken];
