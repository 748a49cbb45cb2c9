import { describe, expect, it } from 'vitest';
import { described, keyOf } from './cache.ts';
import { themeVariables, withCssVariables } from './theme.ts';
import { tidy } from './tidy.ts';

const source = 'flowchart TB\n  accTitle: Two legs\n  accDescr: btrfs stands on two legs.\n  A --> B\n';

describe('described', () => {
  it('reads the name and the description', () => {
    expect(described(source, 'a.mdx')).toEqual({ title: 'Two legs', description: 'btrfs stands on two legs.' });
  });

  it('reads a description over several lines', () => {
    const long = source.replace(/accDescr: .*/, 'accDescr {\n one\n two\n }');
    expect(described(long, 'a.mdx').description).toBe('one two');
  });

  it.each(['accTitle', 'accDescr'])('names the file of a diagram without %s', (part) => {
    const without = source.replace(new RegExp(`.*${part}.*\n`), '');
    expect(() => described(without, 'content/a.mdx')).toThrow(new RegExp(`^content/a.mdx: .*no ${part}`));
  });
});

describe('keyOf', () => {
  it('is the same for the same drawing and another for another', () => {
    expect(keyOf(`${source}\n\n`)).toBe(keyOf(source));
    expect(keyOf(source.replace('A', 'C'))).not.toBe(keyOf(source));
  });
});

describe('withCssVariables', () => {
  it('leaves none of the stand-in colours', () => {
    const all = Object.values(themeVariables).join(' ');
    expect(withCssVariables(all)).not.toContain('#');
    expect(withCssVariables('#0A0A04')).toBe('var(--diagram-note-border)');
  });
});

describe('tidy', () => {
  it('turns style attributes into classes', () => {
    const svg = tidy('<svg id="d1"><style>a>b{}</style><g style="fill: none; stroke: red !important"></g></svg>', 'd1');
    expect(svg).toContain('<g class="s0">');
    expect(svg).toContain('#d1 .s0{fill: none!important;stroke: red!important}');
  });

  it('puts ids of the page under the id of the diagram, and what refers to them', () => {
    const svg = tidy('<svg id="d1"><path id="arrow7"/><use href="#arrow7"/><g marker="url(#arrow7)"/></svg>', 'd1');
    expect(svg).toBe(
      '<svg role="img" id="d1"><path id="d1-arrow0"/><use href="#d1-arrow0"/><g marker="url(#d1-arrow0)"/></svg>',
    );
  });

  it('moves the title of a group into its corner', () => {
    const svg = tidy(
      '<svg id="d1"><g class="cluster" id="d1-a"><rect x="8" y="100"></rect><g class="cluster-label" transform="translate(191, 107)"></g></g></svg>',
      'd1',
    );
    expect(svg).toContain('translate(18, 106)');
  });
});
