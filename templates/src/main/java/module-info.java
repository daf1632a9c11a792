/// Input and job-script templates, as data beside this module, and the one way to render them.
module cairn.templates {
    requires io.pebbletemplates;

    exports cairn.templates;
}
