/** The organisation's own account on the training network. */
export const TRAINING_HANDLE = 'LumenMobilite';
export const TRAINING_NAME = 'Lumen Mobilité';
