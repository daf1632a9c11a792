/// The atomistic codes: one package per code with its inputs, its output parser and its known errors.
module cairn.codes {
    requires transitive cairn.structure;
    requires cairn.templates;
    requires com.fasterxml.aalto;
    requires java.xml;
    requires tools.jackson.databind;

    exports cairn.codes;
    exports cairn.codes.bands;
    exports cairn.codes.catalogue;
    exports cairn.codes.correction;
    exports cairn.codes.dft;
    exports cairn.codes.dft.pseudo;
    exports cairn.codes.output;
    exports cairn.codes.task;
}
