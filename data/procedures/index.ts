/** Every file of procedures, by its path. */
export const procedures = {};
