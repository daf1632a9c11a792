package cairn.neb.algebra;

/// Writes a transpose out, tile by tile, so that neither side is walked across its rows for long.
final class Transposition {
    private static final int TILE = 32;

    private Transposition() {}

    static Block of(Block block) {
        Block transpose = Block.zero(/* rows= */ block.columns(), /* columns= */ block.rows());
        write(block, transpose);
        return transpose;
    }

    /// Writes the transpose of the one block into the other.
    static void write(Block block, Block transpose) {
        for (int row = 0; row < block.rows(); row += TILE) {
            for (int column = 0; column < block.columns(); column += TILE) {
                tile(block, transpose, row, column);
            }
        }
    }

    private static void tile(Block from, Block to, int row, int column) {
        int lastRow = Math.min(row + TILE, from.rows());
        int lastColumn = Math.min(column + TILE, from.columns());
        for (int i = row; i < lastRow; i++) {
            for (int j = column; j < lastColumn; j++) {
                to.entries()[to.at(j, i)] = from.entries()[from.at(i, j)];
            }
        }
    }

    /// Copies what lies below the diagonal of a square to above it.
    static void mirrorLower(Block square) {
        for (int row = 0; row < square.rows(); row += TILE) {
            for (int column = 0; column < row; column += TILE) {
                tile(square, square, row, column);
            }
            int height = Math.min(TILE, square.rows() - row);
            mirrorTile(square.part(row, row, height, height));
        }
    }

    private static void mirrorTile(Block square) {
        for (int i = 1; i < square.rows(); i++) {
            for (int j = 0; j < i; j++) {
                square.entries()[square.at(j, i)] = square.entries()[square.at(i, j)];
            }
        }
    }
}
