import { escapeHtml } from './html.ts';

export type Section = { id: string; title: string; html: string };

/** What a line of a transcript is, by how it begins: seconds of the host, seconds of the guest, who speaks. */
const speakers: [RegExp, string][] = [
  [/^\s*[\d.]+\s+(\[[\d.]+\])?\s*guest {3}\$/, 'command'],
  [/^\s*> /, 'command'],
  [/^\s*[\d.]+\s+(\[[\d.]+\])?\s*host /, 'host'],
  [/^\s*[\d.]+\s+(\[[\d.]+\])?\s*(kernel|console) /, 'kernel'],
  [/^ {2}! /, 'stderr'],
];

/** A transcript in the sections that it has (`== title`), each as HTML in which commands and faults stand out. */
export function sectionsOf(text: string): Section[] {
  return text
    .split(/^(?=== )/m)
    .map((part, i) => {
      const [first = '', ...rest] = part.split('\n');
      const titled = first.startsWith('== ');
      return {
        id: `part-${i}`,
        title: titled ? first.slice(3) : 'Start',
        html: (titled ? rest : [first, ...rest]).map(line).join('\n').replace(/\n+$/, ''),
      };
    })
    .filter(({ html }) => html.trim() !== '');
}

function line(text: string): string {
  const speaker = speakers.find(([pattern]) => pattern.test(text))?.[1];
  return speaker ? `<span class="said-${speaker}">${escapeHtml(text)}</span>` : escapeHtml(text);
}
