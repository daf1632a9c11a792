package cairn.campaign.yaml;

/// Where something stands in what the user wrote: a file with line and column, both from 1.
///
/// Line 0 is the source as a whole: an option of the command line, a file that cannot be read.
public record Location(String source, int line, int column) implements Comparable<Location> {
    public static Location whole(String source) {
        return new Location(source, 0, 0);
    }

    @Override
    public int compareTo(Location other) {
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line + ":" + column;
    }
}
