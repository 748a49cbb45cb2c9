import type { MDXInstance } from 'astro';

const pages = import.meta.glob<MDXInstance<Record<string, unknown>>>('/content/**/*.mdx');

/** The text of a prose file as a component. Throws when the file was not compiled. */
export async function contentOf(file: string) {
  const load = pages[`/${file}`];
  if (!load) throw new Error(`${file} is not among the compiled prose files`);
  return (await load()).Content;
}
