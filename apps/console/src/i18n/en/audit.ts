export const audit = {
  title: 'Record of decisions',
};
