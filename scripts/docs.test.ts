import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const docs = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...globSync('.github/*.md')];

describe.each(docs)('%s', (file) => {
  const text = readFileSync(file, 'utf8');

  it('names only commands that there are', () => {
    const named = [...text.matchAll(/\bnpm run (?:--silent )?([\w:-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('names only files that there are', () => {
    const named = [...text.matchAll(/`((?:src|data|content|lab|scripts|public|\.github)\b[\w./-]*)`/g)];
    const linked = [...text.matchAll(/\]\(([^)#:]+)\)/g)];
    const paths = [...named, ...linked].map(([, path = '']) => path);
    const made = ['data/ledger.json', 'data/reported/'];
    expect(paths.filter((path) => !existsSync(path) && !made.includes(path))).toEqual([]);
  });
});

interface Form {
  name?: string;
  description?: string;
  body?: { type: string; id?: string; attributes?: { label?: string; options?: unknown[]; value?: string } }[];
}
describe.each(globSync('.github/ISSUE_TEMPLATE/*.yml').filter((file) => !file.endsWith('config.yml')))('%s', (file) => {
  const form = parse(readFileSync(file, 'utf8')) as Form;

  it('is a form as the forge takes it', () => {
    expect(form.name && form.description).toBeTruthy();
    const asking = (form.body ?? []).filter(({ type }) => type !== 'markdown');
    expect(asking.length).toBeGreaterThan(0);
    for (const { type, id, attributes } of asking) {
      expect(['input', 'textarea', 'dropdown', 'checkboxes']).toContain(type);
      expect(id).toMatch(/^[a-z]+$/);
      expect(attributes?.label).toBeTruthy();
      if (type === 'dropdown' || type === 'checkboxes') expect(attributes?.options?.length).toBeGreaterThan(0);
    }
    const ids = asking.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
