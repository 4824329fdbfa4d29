import type { PreparedWorkspace } from '#demonstration';

/** What a person at the terminal needs next: where, and as whom. */
export function printWelcome(workspace: PreparedWorkspace, url: string): void {
  console.log(`\nPasserelle is ready: ${url}`);
  if (workspace.firstAdministratorPath) {
    console.log(`First administrator, one-time link: ${url}${workspace.firstAdministratorPath}`);
  }
  if (workspace.demonstration) {
    console.log('\nThis is a demonstration workspace. Sign in as:');
    const width = Math.max(...workspace.people.map(({ email }) => email.length));
    for (const person of workspace.people) {
      console.log(`  ${person.email.padEnd(width)}  ${person.password}  ${person.roles.join(', ')}`);
    }
  }
}
