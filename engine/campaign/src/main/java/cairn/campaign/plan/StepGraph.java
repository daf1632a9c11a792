package cairn.campaign.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.graph.AsSubgraph;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.traverse.NotDirectedAcyclicGraphException;
import org.jgrapht.traverse.TopologicalOrderIterator;

/// Which step of the file uses which: an edge from the used to the user.
///
/// A file that names every step after those it uses is its own order, and can have no cycle; only for another is the
/// graph built, which costs about half a second for 100,000 steps. It is a plain directed graph that is checked once:
/// JGraphT's DirectedAcyclicGraph re-orders at every edge, which is quadratic when a file names its steps last to
/// first.
final class StepGraph {
    private record Arrow(StepNode used, StepNode user) {
        boolean pointsOn() {
            return used.index < user.index;
        }
    }

    private final List<StepNode> nodes;
    private final List<Arrow> arrows = new ArrayList<>();

    /// The steps in the order of the file.
    StepGraph(List<StepNode> nodes) {
        this.nodes = List.copyOf(nodes);
    }

    void uses(StepNode user, StepNode used) {
        arrows.add(new Arrow(used, user));
    }

    /// The used before their users, otherwise in the order of the file; empty if there is a cycle.
    Optional<List<StepNode>> order() {
        return arrows.stream().allMatch(Arrow::pointsOn) ? Optional.of(nodes) : sorted();
    }

    private Graph<StepNode, DefaultEdge> graph() {
        Graph<StepNode, DefaultEdge> graph = new DefaultDirectedGraph<>(DefaultEdge.class);
        nodes.forEach(graph::addVertex);
        arrows.forEach(arrow -> graph.addEdge(arrow.used(), arrow.user()));
        return graph;
    }

    private Optional<List<StepNode>> sorted() {
        Graph<StepNode, DefaultEdge> graph = graph();
        try {
            List<StepNode> order = new ArrayList<>(nodes.size());
            new TopologicalOrderIterator<>(graph, Comparator.comparingInt(node -> node.index))
                    .forEachRemaining(order::add);
            return Optional.of(order);
        } catch (NotDirectedAcyclicGraphException _) {
            return Optional.empty();
        }
    }

    /// One shortest cycle of each knot of steps that wait for each other; each step uses the next, the last the first.
    List<List<StepNode>> cycles() {
        Graph<StepNode, DefaultEdge> graph = graph();
        return new KosarajuStrongConnectivityInspector<>(graph)
                .stronglyConnectedSets().stream()
                        .filter(component -> isKnot(graph, component))
                        .map(knot -> cycle(graph, knot))
                        .sorted(Comparator.comparingInt(cycle -> cycle.getFirst().index))
                        .toList();
    }

    private static boolean isKnot(Graph<StepNode, DefaultEdge> graph, Set<StepNode> component) {
        StepNode any = component.iterator().next();
        return component.size() > 1 || graph.containsEdge(any, any);
    }

    /// A shortest cycle through the knot's first step in the file.
    private static List<StepNode> cycle(Graph<StepNode, DefaultEdge> graph, Set<StepNode> knot) {
        StepNode first =
                knot.stream().min(Comparator.comparingInt(node -> node.index)).orElseThrow();
        Graph<StepNode, DefaultEdge> inside = new AsSubgraph<>(graph, knot);
        List<StepNode> usedFirst = Graphs.successorListOf(inside, first).stream()
                .map(user -> new BFSShortestPath<>(inside).getPath(user, first).getVertexList())
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
        return Stream.concat(Stream.of(first), usedFirst.reversed().stream().skip(1))
                .toList();
    }

    /// `host -> start -> host`: each uses the next.
    static String describe(List<StepNode> cycle) {
        return Stream.concat(cycle.stream(), Stream.of(cycle.getFirst()))
                .map(node -> node.text.name())
                .collect(Collectors.joining(" -> "));
    }
}
