package cairn.structure.format;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What the columns of an extended XYZ frame are: `Properties=species:S:1:pos:R:3` names each group of
/// columns, its type (S text, R real, I whole, L logical) and how many columns it has.
record XyzColumns(Map<String, Group> groups, int width) {
    /// A group's first column and how many it has.
    record Group(int first, int count) {}

    XyzColumns {
        groups = Map.copyOf(groups);
    }

    static XyzColumns parse(String properties, Lines lines) {
        String[] parts = properties.split(":", -1);
        if (parts.length % 3 != 0) {
            throw lines.problem(
                    "Properties=" + properties + " is not a list of name:type:count",
                    "write for example Properties=species:S:1:pos:R:3");
        }
        Map<String, Group> groups = new LinkedHashMap<>();
        int width = 0;
        for (int i = 0; i < parts.length; i += 3) {
            int count = lines.count(parts[i + 2], "the number of columns of " + parts[i]);
            groups.put(parts[i], new Group(width, count));
            width += count;
        }
        return new XyzColumns(groups, width);
    }

    /// The first column of a group that must exist with that many columns.
    int first(String name, int count, Lines lines) {
        return find(name, count)
                .orElseThrow(() -> lines.problem(
                        "Properties name no " + name + " with " + count + " columns",
                        "write for example Properties=species:S:1:pos:R:3"));
    }

    /// The first column of a group, if there is one with that many columns.
    Optional<Integer> find(String name, int count) {
        return Optional.ofNullable(groups.get(name))
                .filter(group -> group.count() == count)
                .map(Group::first);
    }
}
