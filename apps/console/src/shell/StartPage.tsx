import { Navigate } from 'react-router';
import { useSession } from '../session/session.js';
import { startPath } from './navigation.js';

export function StartPage() {
  const { permissions, person } = useSession();
  return <Navigate to={startPath(person.roles, permissions)} replace />;
}
