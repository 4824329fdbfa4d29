export const training = {
  title: 'Training network',
};
