/** The sign-in page's address that leads back to `path` afterwards. */
export function signInPath(path: string): string {
  return path === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(path)}`;
}

/** Where to go after signing in: only a path of this console, never another site's address; `/` leads each to their own first page. */
export function returnPath(wished: string | null): string {
  if (!wished || !wished.startsWith('/') || /^\/[/\\]/.test(wished) || wished.startsWith('/sign-in'))
    return '/';
  return wished;
}
