package cairn.codes.catalogue;

import cairn.structure.format.FormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Files of a band that are called alike but for a number, relative to its folder: `00/OUTCAR`, `01/OUTCAR`, ... or
/// `image1.pwo`, `image2.pwo`, ...
record NumberedFiles(String name, SortedMap<Integer, Path> files) {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
    /// As in `tmp/h3_4/PW.out`.
    private static final int DEPTH = 3;
    private static final int MOST_FILES = 50_000;

    NumberedFiles {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /// All such rows of files in a folder; a name with two numbers stands in two of them.
    static List<NumberedFiles> in(Path folder) {
        SortedMap<String, SortedMap<Integer, Path>> rows = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder, DEPTH)) {
            all.limit(MOST_FILES)
                    .filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .forEach(file -> put(file, rows));
        } catch (IOException | UncheckedIOException _) {
            throw new FormatException(
                    folder.toString(),
                    FormatException.WHOLE_FILE,
                    "it cannot be listed",
                    "ask its owner for the right to");
        }
        return rows.entrySet().stream()
                .map(row -> new NumberedFiles(row.getKey(), row.getValue()))
                .toList();
    }

    private static void put(Path file, Map<String, SortedMap<Integer, Path>> rows) {
        String name = file.toString();
        for (MatchResult number : NUMBER.matcher(name).results().toList()) {
            String row = name.substring(0, number.start()) + "N" + name.substring(number.end());
            rows.computeIfAbsent(row, _ -> new TreeMap<>()).put(Integer.parseInt(number.group()), file);
        }
    }

    /// Whether there is one for each image of a band that counts from 0 or 1.
    boolean isBand() {
        return files.size() >= 3 && hasNoHole() && files.firstKey() <= 1;
    }

    private boolean hasNoHole() {
        return files.lastKey() - files.firstKey() == files.size() - 1;
    }

    /// By image, where they are those of all images of a band, or of all but its endpoints; else none.
    SortedMap<Integer, Path> ofImages(int images) {
        boolean all = files.size() == images && isBand();
        boolean interior = files.size() == images - 2 && hasNoHole() && files.firstKey() <= 1;
        int shift = (interior ? 1 : 0) - files.firstKey();
        SortedMap<Integer, Path> byImage = new TreeMap<>();
        if (all || interior) {
            files.forEach((number, file) -> byImage.put(number + shift, file));
        }
        return byImage;
    }
}
