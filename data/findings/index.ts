/** Every file of findings, by its path. */
export const findings = {};
