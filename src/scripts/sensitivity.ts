import {
  type Ballot,
  barOf,
  type Case,
  givenGates,
  givenWeights,
  rank,
  usualCase,
  type Weights,
} from '../model/derive/ranking.ts';

/** Ranks again what the page ranked, as the reader moves the weights. The view stands in the address. */

const element = <T extends HTMLElement>(id: string, type: new () => T): T => {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`the page has no #${id}`);
  return found;
};
const form = element('weigh', HTMLFormElement);
const body = element('ranks', HTMLTableSectionElement);
const link = element('weigh-link', HTMLAnchorElement);
const says = element('weigh-says', HTMLParagraphElement);
const ballot: Ballot = JSON.parse(element('ballot', HTMLScriptElement).textContent);
const given = { weights: givenWeights(ballot), which: usualCase(ballot), shut: givenGates(ballot) };

const field = (name: string): HTMLInputElement | HTMLSelectElement | undefined => {
  const found = form.elements.namedItem(name);
  return found instanceof HTMLInputElement || found instanceof HTMLSelectElement ? found : undefined;
};

/** What the reader chose. */
function chosen(): { weights: Weights; which: Case; shut: string[] } {
  return {
    weights: Object.fromEntries(ballot.drivers.map(({ id }) => [id, Number(field(id)?.value)])),
    which: Object.fromEntries(ballot.situations.map(({ id }) => [id, field(id)?.value ?? ''])),
    shut: ballot.gates.flatMap(({ id }) => {
      const box = field(id);
      return box instanceof HTMLInputElement && box.checked ? [id] : [];
    }),
  };
}

/** Only what is otherwise than given, so that a link stays short and follows when the given weights change. */
function query({ weights, which, shut }: ReturnType<typeof chosen>): string {
  const words = new URLSearchParams();
  for (const { id, weight } of ballot.drivers) if (weights[id] !== weight) words.set(id, String(weights[id]));
  for (const { id } of ballot.situations) if (which[id] !== given.which[id]) words.set(id, which[id] ?? '');
  for (const gate of ballot.gates)
    if (shut.includes(gate.id) !== gate.shut) words.set(gate.id, shut.includes(gate.id) ? 'shut' : 'open');
  return words.toString();
}

function readAddress(): void {
  for (const [name, value] of new URLSearchParams(location.search)) {
    const one = field(name);
    if (one instanceof HTMLInputElement && one.type === 'checkbox') one.checked = value === 'shut';
    else if (one instanceof HTMLSelectElement) {
      if ([...one.options].some((option) => option.value === value)) one.value = value;
    } else if (one && value !== '' && Number.isFinite(Number(value))) one.value = value;
  }
}

function draw(): void {
  const now = chosen();
  for (const { id } of ballot.drivers) {
    const input = field(id);
    if (input?.nextElementSibling) input.nextElementSibling.textContent = input.value;
  }
  const ranks = rank(ballot, now.weights, now.which, now.shut);
  for (const one of ranks) {
    const row = body.querySelector(`[data-option="${one.id}"]`);
    if (!row) continue;
    const set = (selector: string, values: Record<string, number>) => {
      for (const [name, value] of Object.entries(values))
        row.querySelector(selector)?.setAttribute(name, String(value));
    };
    const { range, middle } = barOf(one);
    set('.score-range', range);
    set('.score-middle', { width: middle });
    const [, , figure, out] = row.children;
    if (figure) figure.textContent = String(Math.round(middle));
    if (out)
      out.textContent = one.excludedBy
        .map((gate) => ballot.gates.find(({ id }) => id === gate)?.title ?? gate)
        .join('; ');
    body.append(row);
  }
  const words = query(now);
  link.search = words;
  history.replaceState(null, '', words ? `?${words}` : location.pathname);
  const [first] = ranks;
  says.textContent =
    first && first.excludedBy.length === 0
      ? `${first.name} comes first${words ? ' with what you set' : ' with the weights as given'}.`
      : 'No option passes the gates.';
}

form.hidden = false;
readAddress();
draw();
form.addEventListener('input', draw);
form.addEventListener('reset', () => setTimeout(draw));
