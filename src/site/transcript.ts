import { escapeHtml } from './html.ts';

export type Section = { id: string; title: string; html: string };

/** How a line of a transcript begins: seconds of the host, seconds of the guest, who speaks; or the sign of a stream. */
const beginning = /^(?:\s*[\d.]+\s+(?:\[[\d.]+\])?\s*(guest {3}\$|host |kernel |console )|\s*(> )| {2}(! ))/;
const speakers: Readonly<Record<string, string>> = {
  'guest   $': 'command',
  '> ': 'command',
  'host ': 'host',
  'kernel ': 'kernel',
  'console ': 'kernel',
  '! ': 'stderr',
};

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
        html: marked((titled ? rest : [first, ...rest]).join('\n').trimEnd().split('\n')),
      };
    })
    .filter(({ html }) => html.trim() !== '');
}

/** Lines of one speaker that follow each other are one element: a boot is hundreds of lines of the kernel. */
function marked(lines: string[]): string {
  const runs: { speaker: string | undefined; lines: string[] }[] = [];
  for (const line of lines) {
    const [, spoken, input, error] = beginning.exec(line) ?? [];
    const speaker = speakers[spoken ?? input ?? error ?? ''];
    const last = runs.at(-1);
    if (last && last.speaker === speaker) last.lines.push(line);
    else runs.push({ speaker, lines: [line] });
  }
  return runs
    .map(({ speaker, lines }) => {
      const text = escapeHtml(lines.join('\n'));
      return speaker ? `<span class="said-${speaker}">${text}</span>` : text;
    })
    .join('\n');
}
