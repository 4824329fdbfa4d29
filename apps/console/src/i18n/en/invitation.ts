export const invitation = {
  title: 'Welcome',
};
