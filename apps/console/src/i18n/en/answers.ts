export const answers = {
  title: 'Library',
  approvalsTitle: 'Approvals',
};
