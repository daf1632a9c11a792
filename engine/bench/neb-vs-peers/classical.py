"""Cairn's plain band beside ASE's: same optimiser, same start band, same criterion (every image)."""
import cairn_side
import kept
import table
from ase_side import own_end
from kept import key
from problem import Problem

OPTIMIZERS = 'ODE', 'FIRE', 'LBFGS'
HEAD = f'{"case":14}{"images":>7}{"fmax":>6}  ' + ''.join(f'{o + " ours":>11}{"ASE":>6}{"meV":>8} ' for o in OPTIMIZERS)


def ase_band(bench, problem, optimizer, fmax):
    """ASE's calls until it ends with every image below fmax; not kept where the start is noisy."""
    def make():
        return own_end(problem, optimizer, fmax)
    if bench.given.noise is not None:
        return make()
    return bench.kept.of(key(f'own-{optimizer}', problem.case, problem.interior, fmax), make)


def cell(bench, problem, optimizer, fmax):
    """Ours, theirs, and how far apart the barriers are (theirs: the highest image; ours: the fitted maximum)."""
    given = bench.given
    band = ase_band(bench, problem, optimizer, fmax)
    band = band if band['ok'] else None
    try:
        ours = cairn_side.plain(problem, optimizer, fmax, given.climb)
    except FloatingPointError:
        ours = dict(ok=False, calls=0, barrier=float('nan'))
    more = ours['ok'] and band and ours['calls'] > band['calls'] or band and not ours['ok']
    difference = f'{1000 * (ours["barrier"] - band["barrier"]):8.2f}' if ours['ok'] and band else f'{"-":>8}'
    shown = f'{ours["calls"] if ours["ok"] else "no":>11}{band["calls"] if band else "no":>6}{difference}'
    return shown + ('*' if more else ' '), bool(more)


def compare(bench, cases):
    given, lines, worse = bench.given, [HEAD], []
    print(HEAD)
    for fmax in given.fmax:
        for images in given.images:
            for case in cases:
                problem = Problem(case, images, given.cache)
                if given.noise is not None:
                    problem.add_noise(given.noise)
                cells = [cell(bench, problem, optimizer, fmax) for optimizer in OPTIMIZERS]
                lines.append(f'{case:14}{images:7}{fmax:6}  ' + ''.join(text for text, _ in cells).rstrip())
                print(lines[-1], flush=True)
                worse += [f'{case} {images} {fmax} {o}' for o, (_, more) in zip(OPTIMIZERS, cells) if more]
    lines.append(f'more calls than ASE with the same optimiser (*): {", ".join(worse) or "nowhere"}')
    print(lines[-1])
    if given.write:
        table.write('plain band', '    ' + '\n    '.join(lines) + '\n')
        kept.commit(given.cache)
