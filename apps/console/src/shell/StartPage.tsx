import { Navigate } from 'react-router';
import { useSession } from '../session/session.js';
import { permittedNavigation } from './navigation.js';

/** `/` leads to the first page that the person may open. */
export function StartPage() {
  const { permissions } = useSession();
  return <Navigate to={permittedNavigation(permissions)[0]?.entries[0]?.path ?? '/inbox'} replace />;
}
