export const system = {
  title: 'Installation',
};
