import { lockName } from './recipe.ts';

/** How an image differs from the common one. Each has a lock file of its own, for which the same rules hold. */
export type Difference = {
  lockName: string;
  /** Packages beside those of the common image. */
  packages: readonly string[];
  /** Suites of the archive that these come from; what the others have is taken from there. */
  suites: readonly string[];
};

/**
 * The images that there are. bcachefs-tools is in no release of Debian: experimental has the version that was made for
 * the module of Linux 6.12, and nothing else is taken from there.
 */
export const variants = {
  common: { lockName, packages: [], suites: [] },
  bcachefs: { lockName: 'data/image-bcachefs.lock.json', packages: ['bcachefs-tools'], suites: ['experimental'] },
} satisfies Record<string, Difference>;
export type Variant = keyof typeof variants;
export const common: Variant = 'common';
export const isVariant = (name: string): name is Variant => Object.hasOwn(variants, name);
