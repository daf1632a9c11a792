package cairn.codes.bands.lammps;

import cairn.codes.bands.BandFolder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The dumps of a folder, put together by replica: names that differ in one number, which counts from 0 or 1.
final class DumpGroups {
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final BandFolder folder;
    private final int replicas;

    DumpGroups(BandFolder folder, int replicas) {
        this.folder = folder;
        this.replicas = replicas;
    }

    /// A group: the last snapshot of each replica, and the name of the first one's file.
    record Group(String firstFile, List<DumpFrame> frames, long written) {
        long step() {
            return frames.getFirst().step();
        }

        int atoms() {
            return frames.getFirst().atoms().size();
        }
    }

    /// The group with the most atoms; of those the one of the latest step, with forces, written last.
    Optional<Group> best() {
        return groups().stream()
                .map(this::group)
                .max(Comparator.comparingInt(Group::atoms)
                        .thenComparingLong(Group::step)
                        .thenComparing(group -> group.frames().getFirst().hasForces())
                        .thenComparingLong(Group::written));
    }

    private Group group(List<String> names) {
        List<DumpFrame> frames = names.stream()
                .map(name -> DumpFrame.last(folder.path().resolve(name).toString(), folder.lines(name)))
                .toList();
        return new Group(names.getFirst(), frames, folder.lastWritten(names.getFirst()));
    }

    private List<List<String>> groups() {
        Map<String, SortedMap<Integer, String>> byPattern = new TreeMap<>();
        for (String name : folder.files(name -> NUMBER.matcher(name).find())) {
            if (DumpFrame.isOne(folder.head(name))) {
                Matcher number = NUMBER.matcher(name);
                while (number.find()) {
                    String pattern = name.substring(0, number.start()) + "#" + name.substring(number.end());
                    byPattern.computeIfAbsent(pattern, _ -> new TreeMap<>()).put(index(number.group()), name);
                }
            }
        }
        List<List<String>> groups = new ArrayList<>();
        byPattern.values().stream().filter(this::isComplete).forEach(files -> groups.add(List.copyOf(files.values())));
        return groups;
    }

    private static int index(String digits) {
        return digits.length() > 9 ? -1 : Integer.parseInt(digits);
    }

    private boolean isComplete(SortedMap<Integer, String> files) {
        return files.size() == replicas
                && files.firstKey() >= 0
                && files.firstKey() <= 1
                && IntStream.range(0, replicas).allMatch(i -> files.containsKey(files.firstKey() + i));
    }
}
