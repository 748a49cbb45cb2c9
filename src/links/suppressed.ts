/**
 * Hosts that answer a program otherwise than a person, each with the reason. They are named in every report, so that
 * nobody takes silence for health; open their links by hand when a source is read again.
 */
export const suppressed: Record<string, string> = {
  'git.kernel.org': 'puts a proof of work before its pages, which a program is not meant to pass',
  'lore.kernel.org': 'puts a proof of work before its pages, which a program is not meant to pass',
};
