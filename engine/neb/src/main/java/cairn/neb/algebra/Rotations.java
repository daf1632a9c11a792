package cairn.neb.algebra;

/// Rotations of neighbouring rows, kept until there are many: then they are applied to a few columns at a time, which
/// stay in a core's cache meanwhile.
final class Rotations {
    private static final int ROOM = 1 << 15;
    private static final int WIDTH = 64;

    private final Block rows;
    private final int[] first = new int[ROOM];
    private final double[] cosine = new double[ROOM];
    private final double[] sine = new double[ROOM];
    private int count;

    Rotations(Block rows) {
        this.rows = rows;
    }

    /// Row k becomes c row k + s row k+1, and row k+1 becomes c row k+1 - s row k.
    void add(int k, double c, double s) {
        if (count == ROOM) {
            apply();
        }
        first[count] = k;
        cosine[count] = c;
        sine[count++] = s;
    }

    /// Carries out what is outstanding.
    void apply() {
        for (int column = 0; column < rows.columns(); column += WIDTH) {
            int width = Math.min(WIDTH, rows.columns() - column);
            for (int i = 0; i < count; i++) {
                int upper = rows.at(first[i], column);
                rotate(rows.entries(), upper, upper + rows.stride(), width, cosine[i], sine[i]);
            }
        }
        count = 0;
    }

    private static void rotate(double[] entries, int upper, int lower, int width, double c, double s) {
        for (int j = 0; j < width; j++) {
            double above = entries[upper + j];
            double below = entries[lower + j];
            entries[upper + j] = c * above + s * below;
            entries[lower + j] = c * below - s * above;
        }
    }
}
