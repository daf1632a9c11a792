/// Schedulers and transports. Knows nothing of chemistry.
module cairn.cluster {
    requires org.apache.commons.exec;

    exports cairn.cluster;
    exports cairn.cluster.durable;
    exports cairn.cluster.local;
    exports cairn.cluster.profile;
    exports cairn.cluster.script;
    exports cairn.cluster.shell;
    exports cairn.cluster.slurm;
}
