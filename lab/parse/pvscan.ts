/** Volume groups that `pvscan --checkcomplete --udevoutput` names as complete: those that the rule at boot starts. */
export const completeGroups = (output: string): string[] =>
  [...output.matchAll(/^LVM_VG_NAME_COMPLETE='(.+)'$/gm)].map(([, name]) => name ?? '');
