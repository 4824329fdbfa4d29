export const classification = {
  title: 'Classification',
};
