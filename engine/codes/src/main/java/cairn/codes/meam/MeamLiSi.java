package cairn.codes.meam;

import cairn.codes.Code;
import cairn.codes.CodeError;
import cairn.codes.ForceEngine;
import cairn.codes.Overlap;
import cairn.structure.Element;
import cairn.structure.Structure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The code `builtin/meam-lisi`: the Li-Si potential of Cui, Gao, Cui and Qu (2012), without another program.
public final class MeamLiSi implements Code {
    static final String NAME = "builtin/meam-lisi";

    /// To be raised with every change that changes a number.
    private static final String VERSION = "1";

    private final MeamPotential potential;
    private final String fingerprint;

    public MeamLiSi() {
        MeamParameters parameters = MeamParameters.lithiumSilicon();
        this.potential = MeamPotential.of(parameters);
        this.fingerprint = NAME + " " + VERSION + " parameters " + sha256(parameters.text());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public String validity() {
        return "Li-Si 2NN-MEAM of Cui et al. (2012), for screening and regression only: lattice parameters and the Li"
                + " barrier in crystalline silicon are good, but the formation energies of Li12Si7 to Li15Si4 are 0.14"
                + " to 0.19 eV/atom too weak against PBE, so hulls and voltages are not to be trusted.";
    }

    @Override
    public List<String> objections(Structure structure) {
        List<String> objections = new ArrayList<>();
        structure.species().stream()
                .distinct()
                .filter(element -> potential.kind(element).isEmpty())
                .map(MeamLiSi::sentence)
                .forEach(objections::add);
        Overlap.in(structure).map(MeamLiSi::sentence).ifPresent(objections::add);
        return objections;
    }

    @Override
    public ForceEngine open(Path folder) {
        return new MeamEngine(potential, fingerprint);
    }

    private static String sentence(Element element) {
        return sentence(Objection.unknownElement(element));
    }

    private static String sentence(CodeError error) {
        return error.message() + "; " + error.advice();
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
