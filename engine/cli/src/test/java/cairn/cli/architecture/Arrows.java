package cairn.cli.architecture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Which module and which package may use which others: the checked-in table, and what it says of a set of uses.
record Arrows(SortedMap<String, SortedSet<String>> modules, SortedMap<String, SortedSet<String>> packages) {
    private static final Pattern LINE = Pattern.compile("(module|package) ([a-z0-9.]+):((?: [a-z0-9.]+)*)");

    /// A use of one package by another, both without the leading `cairn.`.
    record Use(String from, String to) {}

    static Arrows parse(List<String> lines) {
        var arrows = new Arrows(new TreeMap<>(), new TreeMap<>());
        lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(arrows::add);
        return arrows;
    }

    private void add(String line) {
        var matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not an arrow: " + line);
        }
        var table = matcher.group(1).equals("module") ? modules : packages;
        var targets = new TreeSet<>(List.of(matcher.group(3).strip().split(" ")));
        targets.remove("");
        table.put(matcher.group(2), targets);
    }

    /// What is wrong, one sentence each; empty if nothing is.
    List<String> complaints(Collection<String> existing, Collection<Use> uses) {
        var complaints = new ArrayList<String>();
        existing.stream()
                .filter(name -> !packages.containsKey(name))
                .forEach(name -> complaints.add(
                        "cairn." + name + " has no line in arrows.txt; as it is now it needs: " + line(name, uses)));
        uses.stream()
                .filter(use -> !allows(use))
                .forEach(use -> complaints.add("cairn." + use.from + " must not use cairn." + use.to));
        cycle(uses).ifPresent(names -> complaints.add("packages use each other in a circle: " + names));
        return complaints;
    }

    private static String line(String name, Collection<Use> uses) {
        var inside = new TreeSet<String>();
        uses.stream()
                .filter(use -> use.from.equals(name) && module(use.to).equals(module(name)))
                .forEach(use -> inside.add(" " + use.to));
        return "package " + name + ":" + String.join("", inside);
    }

    private boolean allows(Use use) {
        String from = module(use.from);
        String to = module(use.to);
        return from.equals(to)
                ? !packages.containsKey(use.from) || packages.get(use.from).contains(use.to)
                : modules.getOrDefault(from, new TreeSet<>()).contains(to);
    }

    private static String module(String name) {
        return name.split("\\.", 2)[0];
    }

    /// Takes away, again and again, every package that uses none of those left: what remains goes in circles.
    private static Optional<Set<String>> cycle(Collection<Use> uses) {
        var left = new TreeSet<String>();
        uses.forEach(use -> left.add(use.from));
        while (left.removeIf(name -> uses.stream().noneMatch(use -> use.from.equals(name) && left.contains(use.to)))) {
            // Each round peels one layer.
        }
        return left.isEmpty() ? Optional.empty() : Optional.of(left);
    }

    /// The uses that jdeps lists, line by line: `   cairn.codes   -> cairn.structure   where`.
    static SortedMap<String, SortedSet<String>> usesIn(String jdeps) {
        var uses = new TreeMap<String, SortedSet<String>>();
        Pattern.compile("^\\s+cairn\\.(\\S+)\\s+-> (?:cairn\\.)?(\\S+)", Pattern.MULTILINE)
                .matcher(jdeps)
                .results()
                .forEach(found -> {
                    var targets = uses.computeIfAbsent(found.group(1), _ -> new TreeSet<>());
                    if (found.group().contains("-> cairn.") && !found.group(1).equals(found.group(2))) {
                        targets.add(found.group(2));
                    }
                });
        return uses;
    }

    static List<Use> flat(Map<String, SortedSet<String>> uses) {
        return uses.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(to -> new Use(entry.getKey(), to)))
                .toList();
    }
}
