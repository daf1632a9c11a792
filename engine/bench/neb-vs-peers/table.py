"""The table of engine/neb's page: Markdown between two marks."""
import pathlib

import numpy as np

from compare import geometric_mean, inside_gate, ratios

PAGE = pathlib.Path(__file__).resolve().parents[2] / 'neb/README.md'
HEAD = ('| case | free atoms | Cairn calls | rounds, 3 at a time | overhead s | barrier - reference, meV '
        '| negative modes | best ASE | ASE LBFGS | CatLearn | its overhead s | best ASE / Cairn | LBFGS / Cairn |\n'
        '|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|')


def catlearn_good(row):
    result = row['catlearn']
    return bool(result and result['ok'] and inside_gate(row, 'catlearn'))


def catlearn_text(row):
    result = row['catlearn']
    if not result:
        return '', ''
    overhead = f'{result["overhead"]:.1f}'
    if not result['finished']:
        return f'not finished ({result["calls"]} by then)', '> ' + overhead
    trouble = '' if catlearn_good(row) else ' (outside the gate)' if result['ok'] else ' (\\|F\\| too large)'
    return str(result['calls']) + trouble, overhead


def both(count, band):
    """The easier criterion first, every image below fmax in brackets."""
    return f'{count or "no"} ({band or "no"})'


def line(row):
    ours, batch, best = row['cairn'], row['batch'], row['best']
    calls, overhead = catlearn_text(row)
    cells = [row['case'], row['free']]
    if ours['ok']:
        gate = '' if inside_gate(row) else ' **outside the gate**'
        cells += [ours['calls'], batch['rounds'] if batch['ok'] else 'no', f'{ours["overhead"]:.2f}',
                  f'{1000 * (ours["barrier"] - row["reference"]):+.2f}{gate}', ours['negative']]
    else:
        cells += [f'no ({ours["status"]}, {ours["calls"]})', 'no', '', '', '']
    cells += [f'{both(best and best[1], row["band"] and row["band"][1])} {best[0] if best else ""}',
              both(row['lbfgs'], row['lbfgs_band']), calls, overhead]
    for peer in best and best[1], row['lbfgs']:
        cells.append(f'{peer / ours["calls"]:.1f}' if peer and ours['ok'] else '')
    return '| ' + ' | '.join(map(str, cells)) + ' |'


def overheads(rows):
    """CatLearn's overhead over ours."""
    theirs, ours = ([row[side]['overhead'] for row in rows] for side in ('catlearn', 'cairn'))
    single = [their / max(our, 1e-3) for their, our in zip(theirs, ours)]
    return (f'{sum(theirs) / sum(ours):.0f} times ours over these cases together ({sum(theirs):.0f} s to '
            f'{sum(ours):.1f} s); geometric mean {geometric_mean(single):.0f} times, least {min(single):.0f}')


def claims(rows):
    """Sentences on the whole, with the numbers."""
    judged = [row for row in rows if row['order'] == 1]
    left = [row['case'] for row in rows if row['order'] != 1]
    ended = [row for row in judged if row['cairn']['ok']]
    good = [row for row in ended if inside_gate(row) and row['cairn']['negative'] == 1]
    false = [row['case'] for row in ended if row not in good]
    done = [row for row in good if catlearn_good(row)]
    more = [row['case'] for row in done if row['cairn']['calls'] > row['catlearn']['calls']]
    batches = [row['batch']['rounds'] for row in rows if row['batch']['ok']]
    lines = [
        f'- converged: {len(ended)} of {len(judged)} judged' + (f' (not {", ".join(left)})' if left else '') + '; '
        + (f'**falsely** (outside the gate, or no saddle of first order): {", ".join(false)}' if false else
           'every one inside the gate, with one negative mode'),
        f'- geometric mean against the best ASE optimiser of each case with hindsight: '
        f'**{geometric_mean(ratios(good, "best")):.1f}** times fewer calls ({geometric_mean(ratios(good, "band")):.1f} '
        f'when ASE is asked for every image)',
        f'- against ASE LBFGS: **{geometric_mean(ratios(good, "lbfgs")):.1f}** times fewer '
        f'({geometric_mean(ratios(good, "lbfgs_band")):.1f})']
    if done:
        lines.append(f'- against CatLearn where it finishes ({len(done)} cases): more calls on '
                     + (', '.join(more) if more else 'none of them'))
        calls = geometric_mean([row['catlearn']['calls'] / row['cairn']['calls'] for row in done])
        lines.append(f'- CatLearn needs {calls:.2f} times our calls in the geometric mean')
        lines.append(f'- CatLearn\'s overhead: {overheads(done)}')
        longer = [row for row in good if row['catlearn'] and not row['catlearn']['finished']]
        if longer:
            lines.append(f'- where CatLearn does not finish in its time: more than {overheads(longer)}')
    if batches:
        lines.append(f'- three images at a time: {np.median(batches):g} rounds in the median')
    return '\n'.join(lines)


def section(title, rows):
    return '\n'.join([f'### {title}', '', HEAD, *map(line, rows), '', claims(rows)]) + '\n'


def write(name, text):
    """Put text between the marks of the page."""
    begin, end = f'<!-- {name}: written by engine/bench/neb-vs-peers/run -->\n', f'<!-- end of {name} -->\n'
    page = PAGE.read_text()
    before, rest = page.split(begin)
    PAGE.write_text(before + begin + text + end + rest.split(end)[1])
