package cairn.campaign.step;

/// The name of a step in its campaign: as the workflow names it, over a matrix with its point, `relaxed[phase=LiSi]`.
public record StepId(String value) implements Comparable<StepId> {
    public StepId {
        if (value.isBlank() || value.length() > 200) {
            throw new IllegalArgumentException("not a step name: " + value);
        }
    }

    @Override
    public int compareTo(StepId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
