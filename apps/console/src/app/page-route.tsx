import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import type { Permission } from '#platform/contract';
import { Permitted } from '../shell/Permitted.js';

/** Of everybody who is signed in: about themselves, or checked by what it shows. */
export function ownPage(path: string, load: () => Promise<ComponentType>): RouteObject {
  return { path, lazy: async () => ({ Component: await load() }) };
}

/** Of those who have a right; loaded when it is first opened. */
export function page(path: string, permission: Permission, load: () => Promise<ComponentType>): RouteObject {
  return {
    path,
    lazy: async () => {
      const Page = await load();
      return {
        element: (
          <Permitted permission={permission}>
            <Page />
          </Permitted>
        ),
      };
    },
  };
}
