package cairn.codes.lammps.worker;

import cairn.codes.ipi.IpiClient;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One LAMMPS with the atoms that its input has given it, on one core.
///
/// Each answer is a run of no steps, which builds all anew from cell and positions: it depends on nothing that was
/// asked before. (`run 0 pre no` would be shorter, and gives the forces of the positions before.)
final class LammpsInstance implements IpiClient.Potential, AutoCloseable {
    private static final List<String> COMMAND_LINE = List.of("lammps", "-log", "none");

    /// The words of `thermo_style` for the pressure: the rows of a symmetric matrix.
    private static final List<String> PRESSURE = List.of("pxx", "pxy", "pxz", "pxy", "pyy", "pyz", "pxz", "pyz", "pzz");

    /// Of scatter and gather: a property of doubles, three for each atom.
    private static final int DOUBLES = 1;

    private static final int PER_ATOM = 3;
    private static final int LONGEST_ERROR = 4096;

    private final LammpsLibrary library;
    private final Arena arena;
    private final MemorySegment lammps;
    private final MemorySegment vectors;
    private final Map<String, MemorySegment> texts = new HashMap<>();
    private double[] cell = {};

    private LammpsInstance(LammpsLibrary library, MemorySegment lammps, String input, Arena arena) {
        this.library = library;
        this.arena = arena;
        this.lammps = lammps;
        library.file().call(lammps, arena.allocateFrom(input));
        check();
        this.vectors = arena.allocate(
                ValueLayout.JAVA_DOUBLE, PER_ATOM * (long) library.atoms().call(lammps));
    }

    /// Reads the commands of a file, which make the cell and its atoms, and choose a potential. The arena must live as
    /// long as this.
    static LammpsInstance open(LammpsLibrary library, String input, Arena arena) {
        MemorySegment words = arena.allocate(ValueLayout.ADDRESS, COMMAND_LINE.size() + 1L);
        for (int word = 0; word < COMMAND_LINE.size(); word++) {
            words.setAtIndex(ValueLayout.ADDRESS, word, arena.allocateFrom(COMMAND_LINE.get(word)));
        }
        MemorySegment lammps = library.open().call(COMMAND_LINE.size(), words, MemorySegment.NULL);
        return new LammpsInstance(library, lammps, input, arena);
    }

    @Override
    public void move(double[] to, double[] positions) {
        if (positions.length * (long) Double.BYTES != vectors.byteSize()) {
            throw new IllegalArgumentException("it was asked for " + positions.length / PER_ATOM + " other atoms");
        }
        if (!Arrays.equals(cell, to)) {
            change(to);
        }
        vectors.copyFrom(MemorySegment.ofArray(positions));
        transfer(library.scatter(), "x");
        command(text("run 0 post no"));
    }

    private void change(double[] to) {
        try (Arena brief = Arena.ofConfined()) {
            command(brief.allocateFrom(box(to)));
        }
        cell = to.clone();
    }

    /// "change_box command" of the manual. Numbers are printed so that they read back exactly.
    private static String box(double[] rows) {
        return "change_box all x final 0.0 " + rows[0] + " y final 0.0 " + rows[4] + " z final 0.0 " + rows[8]
                + " xy final " + rows[3] + " xz final " + rows[6] + " yz final " + rows[7] + " units box";
    }

    @Override
    public double energy() {
        return thermo("pe");
    }

    @Override
    public double[] forces() {
        transfer(library.gather(), "f");
        return vectors.toArray(ValueLayout.JAVA_DOUBLE);
    }

    /// The pressure is that of the potential alone, since no atom has a velocity.
    @Override
    public double[] virial() {
        double evPerBar = thermo("vol") / barAng3PerEv();
        return PRESSURE.stream().mapToDouble(word -> thermo(word) * evPerBar).toArray();
    }

    /// LAMMPS's own factor, with which it made the pressure.
    @SuppressWarnings("restricted")
    private double barAng3PerEv() {
        MemorySegment factor = library.global().call(lammps, text("nktv2p"));
        check();
        return factor.reinterpret(Double.BYTES).get(ValueLayout.JAVA_DOUBLE, 0);
    }

    private double thermo(String word) {
        double value = library.thermo().call(lammps, text(word));
        check();
        return value;
    }

    private void command(MemorySegment words) {
        library.command().call(lammps, words);
        check();
    }

    private void transfer(LammpsLibrary.Transfer way, String property) {
        way.call(lammps, text(property), DOUBLES, PER_ATOM, vectors);
        check();
    }

    /// Of a word that comes again and again.
    private MemorySegment text(String word) {
        return texts.computeIfAbsent(word, arena::allocateFrom);
    }

    private void check() {
        if (library.hasError().call(lammps) == 0) {
            return;
        }
        try (Arena brief = Arena.ofConfined()) {
            MemorySegment words = brief.allocate(LONGEST_ERROR);
            library.lastError().call(lammps, words, LONGEST_ERROR);
            throw new LammpsError(words.getString(0));
        }
    }

    @Override
    public void close() {
        library.close().call(lammps);
        library.finish().call();
    }
}
