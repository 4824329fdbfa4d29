export const invitation = {
  title: 'Welcome',
  firstAdministrator: 'You make the first administrator of this workspace.',
  asRoles: 'You are invited as: {{roles}}.',
  email: 'E-mail address',
  name: 'Your name, as colleagues read it',
  password: 'Choose a password',
  passwordHint: 'At least 12 characters.',
  repeat: 'The password once more',
  differ: 'The two are not the same.',
  accept: 'Come in',
  missing: 'This link is not complete. Open it exactly as you received it.',
  toSignIn: 'To the sign-in page',
};
