import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A page of ours as another generator gets it. */
export interface Content {
  /** Where it stands, without an ending. */
  path: string;
  title: string;
  description: string;
  /** What it says, as Markdown that MDX can read. */
  body: string;
}

/** The pages of a built site, out of their twins; of a transcript, the raw text. */
export function contentOf(dist: string): Content[] {
  return globSync('**/index.html', { cwd: dist })
    .sort()
    .map((file) => {
      const html = readFileSync(join(dist, file), 'utf8');
      const twin = /<link rel="alternate" type="(text\/[a-z]+)" href="([^"]+)"/.exec(html);
      const beside = twin?.[1] === 'text/markdown';
      const text = readFileSync(
        join(dist, beside ? join(dirname(file), 'index.md') : (twin?.[2] ?? '').replace(/^.*?\/(?=evidence\/)/, '')),
        'utf8',
      );
      const meta = (pattern: RegExp) => pattern.exec(html)?.[1] ?? '';
      return {
        path: file.replace(/\/?index\.html$/, '') || 'start',
        title: JSON.stringify(meta(/<title>([^<]*)/)),
        description: JSON.stringify(meta(/<meta name="description" content="([^"]*)"/)),
        body: beside ? inMdx(text) : `\`\`\`\n${text.replaceAll('```', "'''")}\n\`\`\`\n`,
      };
    });
}

/** Markdown in which nothing is taken for a tag or an expression. Code is left as it is. */
const inMdx = (markdown: string): string =>
  markdown
    .split(/(^```[\s\S]*?^```$|`[^`\n]+`)/m)
    .map((part, i) => (i % 2 ? part : part.replace(/[{}<]/g, (sign) => `\\${sign}`)))
    .join('');

function siteIn(name: string, modules: string, config: string): string {
  const dir = mkdtempSync(join(tmpdir(), `${name}-`));
  symlinkSync(modules, join(dir, 'node_modules'));
  // Vite takes in the parts of a framework only where the package says that it depends on it.
  const dependencies = name === 'starlight' ? { '@astrojs/starlight': '*' } : {};
  const manifest = { type: 'module', scripts: { build: 'astro build' }, dependencies };
  writeFileSync(join(dir, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(dir, 'astro.config.mjs'), config);
  return dir;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const bareConfig = "import mdx from '@astrojs/mdx';\nexport default { integrations: [mdx()] };\n";
const paragraph = 'A cache under each leg of the array serves what was read before, and the mirror serves the rest. ';

/** A bare Astro site with as many MDX pages as ours, each of them short. */
export function shortSite(root: string, pages: number): string {
  const dir = siteIn('bare-short', join(root, 'node_modules'), bareConfig);
  for (let n = 1; n <= pages; n++)
    write(
      join(dir, `src/pages/page-${n}.mdx`),
      `# Page ${n}\n\n${Array.from({ length: 4 }, () => `${paragraph.repeat(4)}\n`).join('\n')}\n` +
        '- one\n- two\n- three\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n```sh\nbtrfs scrub start -B /mnt\n```\n\n```nix\n{ a = 1; }\n```\n',
    );
  return dir;
}

/** A bare Astro site with what our pages say: MDX without layout, style, chart or search. */
export function bareSite(root: string, content: readonly Content[]): string {
  const dir = siteIn('bare', join(root, 'node_modules'), bareConfig);
  for (const { path, body } of content) write(join(dir, `src/pages/${path}.mdx`), body);
  return dir;
}

/** A Starlight site with what our pages say, as its documentation has one begin: sidebar by folder, and its search. */
export function starlightSite(root: string, content: readonly Content[]): string {
  const folders = [...new Set(content.flatMap(({ path }) => (path.includes('/') ? [path.split('/')[0] ?? ''] : [])))];
  const sidebar = JSON.stringify(
    folders.map((folder) => ({ label: folder, items: [{ autogenerate: { directory: folder } }] })),
  );
  const dir = siteIn(
    'starlight',
    join(root, 'bench/node_modules'),
    `import starlight from '@astrojs/starlight';\nexport default { integrations: [starlight({ title: 'Bench', sidebar: ${sidebar} })] };\n`,
  );
  write(
    join(dir, 'src/content.config.ts'),
    "import { defineCollection } from 'astro:content';\nimport { docsLoader } from '@astrojs/starlight/loaders';\nimport { docsSchema } from '@astrojs/starlight/schema';\nexport const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n",
  );
  for (const { path, title, description, body } of content)
    write(join(dir, `src/content/docs/${path}.mdx`), `---\ntitle: ${title}\ndescription: ${description}\n---\n${body}`);
  cpSync(join(root, 'public/favicon.svg'), join(dir, 'public/favicon.svg'));
  return dir;
}
