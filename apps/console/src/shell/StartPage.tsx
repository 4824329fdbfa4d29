import { Navigate } from 'react-router';
import { useSession } from '../session/session.js';
import { permittedNavigation } from './navigation.js';

/** `/` leads executives to the dashboard, others to the first page that the person may open. */
export function StartPage() {
  const { permissions, person } = useSession();
  // Whoever only reads wants to know where things stand.
  const reader = person.roles.length > 0 && person.roles.every((role) => role === 'executive');
  if (reader && permissions.includes('topics.read')) return <Navigate to="/dashboard" replace />;
  return <Navigate to={permittedNavigation(permissions)[0]?.entries[0]?.path ?? '/inbox'} replace />;
}
