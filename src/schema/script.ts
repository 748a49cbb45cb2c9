import type { Procedure } from './procedure.ts';

/**
 * A procedure as a shell script that a reader can take along: it checks the preconditions, refuses with the reason and
 * status 3 when one does not hold, prints each command before it runs it, and stops at the first that does not end as it
 * should. With --dry-run it checks and prints, and runs nothing.
 */
export function scriptOf(id: string, procedure: Procedure): string {
  const names = Object.keys(procedure.parameters);
  const usage = ['bash', `${id}.sh`, '[--dry-run]', ...names.map((name) => `${name}=…`)].join(' ');
  return [
    '#!/usr/bin/env bash',
    comment(`${procedure.title}. ${procedure.purpose}`),
    comment(`Destroys: ${procedure.destroys}`),
    comment(usage),
    ...Object.entries(procedure.parameters).map(([name, means]) => comment(`  ${name}: ${means}`)),
    'set -u',
    `names=(${names.join(' ')})`,
    frame,
    ...procedure.requires.map(({ check, refuses }) => `require ${quoted(check)} ${quoted(refuses)}`),
    ...procedure.steps.map(({ run, why, expect }) => `step ${expect} ${quoted(why)} ${quoted(run)}`),
    'if [ "$dry" = yes ]; then echo "Nothing was run."; else echo "Done."; fi',
    '',
  ].join('\n');
}

const comment = (text: string) => `# ${text.replaceAll('\n', ' ')}`;
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** Values of parameters are kept in an array of their own: a parameter may be called like a variable of the shell. */
const frame = `declare -A value=()
dry=no
for word in "$@"; do
  if [ "$word" = --dry-run ]; then dry=yes; continue; fi
  case " \${names[*]-} " in
    *" \${word%%=*} "*) value[\${word%%=*}]=\${word#*=} ;;
    *) echo "there is no parameter \${word%%=*}" >&2; exit 2 ;;
  esac
done
for word in \${names[@]+"\${names[@]}"}; do
  if [ -z "\${value[$word]-}" ]; then echo "say $word=…" >&2; exit 2; fi
done
fill() {
  local text=$1 word
  for word in \${names[@]+"\${names[@]}"}; do text=\${text//"{$word}"/"\${value[$word]}"}; done
  printf %s "$text"
}
require() {
  if ! bash -c "$(fill "$1")" >/dev/null 2>&1; then echo "Refused: $(fill "$2")" >&2; exit 3; fi
}
step() {
  local command status
  command=$(fill "$3")
  printf '# %s\\n$ %s\\n' "$2" "$command"
  if [ "$dry" = yes ]; then return; fi
  bash -c "$command"
  status=$?
  case $1 in
    ok) [ "$status" -eq 0 ] || { echo "Stopped: that command failed with status $status." >&2; exit 1; } ;;
    fail) [ "$status" -ne 0 ] || { echo "Stopped: that command should have failed." >&2; exit 1; } ;;
  esac
}`;
