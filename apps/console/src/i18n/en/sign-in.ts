export const signIn = {
  title: 'Sign in',
  tagline: 'Answer fast, once, and only with approved words.',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Sign in',
  demonstration: 'Demonstration workspace',
  demonstrationText: 'Everything here is invented. Step in as one of these people:',
  signInAs: 'Sign in as',
  ownAccount: 'Or with an account of your own',
  awaitsFirst:
    'This workspace has no administrator yet. Open the one-time link that was printed when it started.',
  sessionEnded: 'Your session has ended. Sign in again to go on where you were.',
};
