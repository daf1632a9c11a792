package cairn.cluster;

/// What a scheduler calls a job. Not an identity: ids are used again after a controller crash.
public record JobId(String value) {
    public JobId {
        if (!value.matches("[A-Za-z0-9._:-]{1,64}")) {
            throw new IllegalArgumentException("not a job id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
