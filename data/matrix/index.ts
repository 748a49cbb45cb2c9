/** The columns of the matrix, by the path of their file. */
export const columns = {};
