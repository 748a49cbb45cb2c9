/** What the parameters of the runbooks stand for, in the same words everywhere. */
export const leg = 'volume group of the leg, such as leg1';
export const other = 'volume group of the other leg';
export const ssd = 'the SSD, by id';
export const directory = 'where the array is mounted';
export const cache = 'size of the cache, such as 400g: what is left over is room for metadata and for the SSD itself';
export const size = 'size of the volume; the same on both legs';
export const devid = 'number of the member, from btrfs filesystem show';
export const backup = 'a file that your backup touches when it has ended';

/** The steps that make a cache and put it in front of a leg; the group has the SSD already. */
export const attach = (leg: string, ssd: string) => [
  {
    run: `lvcreate --yes --type cache-pool --name fast --size {cache} --poolmetadataspare n ${leg} {${ssd}}`,
    why: 'The pool, on the SSD by name. The metadata are a volume of their own, which cache_repair can mend.',
  },
  {
    run: `lvconvert --yes --type cache --cachepool ${leg}/fast --cachemode writethrough ${leg}/data`,
    why: 'The mode is named: the default is not to be relied on. The file system may be mounted meanwhile.',
  },
];

export const look = {
  run: 'lvs --all --options vg_name,lv_name,segtype,cache_mode,lv_size,data_percent,devices',
  why: 'Every data_corig has to be on a hard disk, every pool on an SSD.',
};
export const mountArray = (volume: string) => [
  { run: 'modprobe btrfs; btrfs device scan', why: 'A leg that is not registered is a leg that is missing.' },
  {
    run: `mount --options noatime,nossd ${volume} {directory}`,
    why: 'A cache in front of it must not make the file system lay out data as for an SSD.',
  },
];
