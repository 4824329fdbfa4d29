export const topics = {
  title: 'Topics',
};
