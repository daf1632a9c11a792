/// The command line: one class per command, progress, report.
module cairn.cli {
    requires cairn.campaign;
    requires xchart;
    requires java.desktop;
    requires info.picocli;

    // Picocli fills the annotated fields of the commands.
    opens cairn.cli.command to
            info.picocli;
}
