package cairn.campaign.language.verbs;

import cairn.campaign.shape.Schemas;
import cairn.campaign.shape.Shape;
import cairn.campaign.shape.Shapes;
import cairn.campaign.yaml.Node.Scalar;
import cairn.structure.Composition;

/// A composition in a workflow: a plain formula such as `Li15Si4`.
final class Compositions {
    private Compositions() {}

    static Shape<Composition> shape() {
        return Shapes.of(
                (node, reading) -> node instanceof Scalar(String text, var _, var _)
                        ? Composition.ofFormula(text).or(() -> reading.mustBe("a formula such as Li15Si4", node))
                        : reading.mustBe("a formula such as Li15Si4", node),
                () -> Schemas.text("([A-Z][a-z]?[0-9]*)+|" + Schemas.PLACEHOLDER),
                Composition::formula);
    }
}
