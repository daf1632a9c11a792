package cairn.campaign.work.order;

import cairn.campaign.work.json.Json;
import cairn.campaign.work.order.SearchChoice.Prior;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A choice of a search as JSON: `search`, and for a surrogate `images_at_a_time`, `max_evaluations` and, where there
/// is one, `prior`.
public final class SearchChoiceJson {
    private SearchChoiceJson() {}

    public static ObjectNode write(SearchChoice choice) {
        ObjectNode node = Json.object().put("search", choice.word());
        switch (choice) {
            case SearchChoice.Plain _ -> {}
            case SearchChoice.Surrogate(int imagesAtATime, int maxEvaluations, Prior prior) -> {
                node.put("images_at_a_time", imagesAtATime);
                node.put("max_evaluations", maxEvaluations);
                if (prior instanceof Prior.OfCode(String name)) {
                    node.put("prior", name);
                }
            }
        }
        return node;
    }

    static SearchChoice read(JsonNode node) {
        return switch (node.required("search").stringValue()) {
            case SearchChoice.Plain.WORD -> new SearchChoice.Plain();
            case SearchChoice.Surrogate.WORD ->
                new SearchChoice.Surrogate(
                        node.required("images_at_a_time").intValue(),
                        node.required("max_evaluations").intValue(),
                        prior(node));
            case String unknown -> throw new IllegalArgumentException("no such search: " + unknown);
        };
    }

    private static Prior prior(JsonNode node) {
        return node.optional("prior")
                .<Prior>map(name -> new Prior.OfCode(name.stringValue()))
                .orElseGet(Prior.None::new);
    }
}
