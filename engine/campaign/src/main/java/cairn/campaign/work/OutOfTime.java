package cairn.campaign.work;

/// The time of the job does not suffice for one more evaluation.
final class OutOfTime extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutOfTime(String why) {
        super(why);
    }
}
