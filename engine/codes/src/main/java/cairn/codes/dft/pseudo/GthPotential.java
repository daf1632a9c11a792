package cairn.codes.dft.pseudo;

import java.util.List;

/// A separable dual-space Gaussian pseudopotential (Goedecker, Teter, Hutter, Phys. Rev. B 54, 1703 (1996); Hartwigsen,
/// Goedecker, Hutter, Phys. Rev. B 58, 3641 (1998)), its numbers as the file writes them, so that none is rounded.
///
/// Electrons are counted by angular momentum; `local` are the coefficients of the local part.
record GthPotential(
        String element,
        String name,
        List<Integer> electrons,
        String radius,
        List<String> local,
        List<Channel> channels) {
    /// The projectors of one angular momentum: radius, and the upper triangle of their matrix, row by row.
    record Channel(String radius, int projectors, List<String> triangle) {
        Channel {
            triangle = List.copyOf(triangle);
            if (triangle.size() != projectors * (projectors + 1) / 2) {
                throw new IllegalArgumentException(projectors + " projectors with " + triangle.size() + " numbers");
            }
        }

        /// The part of a row that is on and right of the diagonal.
        List<String> row(int row) {
            int begin = row * projectors - row * (row - 1) / 2;
            return triangle.subList(begin, begin + projectors - row);
        }
    }

    GthPotential {
        electrons = List.copyOf(electrons);
        local = List.copyOf(local);
        channels = List.copyOf(channels);
    }

    int valence() {
        return electrons.stream().mapToInt(Integer::intValue).sum();
    }
}
