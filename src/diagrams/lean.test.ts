import { describe, expect, it } from 'vitest';
import { lean } from './lean.ts';

const svg = (style: string, body: string) => `<svg id="d" class="flowchart"><style>${style}</style>${body}</svg>`;

describe('lean', () => {
  it('leaves out rules for parts that the drawing lacks, and keeps the others', () => {
    expect(
      lean(
        svg(
          '@keyframes dash{to{x:0;}}#d .node rect,#d .gone{fill:red;}#d .cross{fill:blue;}',
          '<g class="node"><rect></rect></g>',
        ),
      ),
    ).toBe(svg('#d .node rect{fill:red;}', '<g class="node"><rect></rect></g>'));
  });

  it('keeps the arrow heads that lines have', () => {
    const used = '<marker id="a"><path d="M0 0"></path></marker>';
    const line = '<path marker-end="url(#a)"></path>';
    expect(lean(svg('', `${used}<marker id="b"><path></path></marker>${line}`))).toBe(svg('', used + line));
  });

  it('leaves out data for scripts, empty groups and digits that no screen shows', () => {
    expect(lean(svg('', '<g><g></g></g><path data-points="abc" d="M1.2345,-6.789L10,7.5" class="a b a"></path>'))).toBe(
      svg('', '<path d="M1.2,-6.8L10,7.5" class="a b"></path>'),
    );
  });
});
