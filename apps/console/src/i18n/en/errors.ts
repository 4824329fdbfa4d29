export const errors = {
  title: 'This could not be loaded',
  unreachable: 'The server cannot be reached. Check the connection and try again.',
  unexpected: 'Something unexpected happened. Nothing was changed.',
  fieldsTitle: 'Please check:',
};
