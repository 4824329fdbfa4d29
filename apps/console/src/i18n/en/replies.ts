export const replies = {
  title: 'Replies',
};
