import type { ReactNode } from 'react';
import type { Permission } from '#platform/contract';
import { useMay } from '../session/session.js';
import { ForbiddenPage } from './ForbiddenPage.js';

/** A page that needs a right; without it, the page that says so. */
export function Permitted({ permission, children }: { permission: Permission; children: ReactNode }) {
  return useMay()(permission) ? children : <ForbiddenPage />;
}
