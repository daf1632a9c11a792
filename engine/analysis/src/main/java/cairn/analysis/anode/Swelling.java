package cairn.analysis.anode;

/// How the volume of a host changes when ions go in, both for the same number of its formula units, Angstrom^3.
public record Swelling(double hostAng3, double withIonsAng3) {
    public Swelling {
        if (!(hostAng3 > 0) || !(withIonsAng3 > 0)) {
            throw new IllegalArgumentException("volumes must be positive: " + hostAng3 + ", " + withIonsAng3);
        }
    }

    /// The volume with ions over that without: 1 where nothing changes.
    public double ratio() {
        return withIonsAng3 / hostAng3;
    }

    /// The change of the volume in percent of that without ions: 0 where nothing changes.
    public double changePercent() {
        return 100 * (ratio() - 1);
    }
}
