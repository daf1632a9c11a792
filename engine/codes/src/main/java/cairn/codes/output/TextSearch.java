package cairn.codes.output;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// Looks for many texts at once, in one pass: the automaton of Aho and Corasick, CACM 18, 333 (1975).
///
/// Only ASCII is told apart; any other character belongs to none of the texts.
final class TextSearch {
    private static final int ASCII = 128;
    static final int NONE = -1;

    /// The state after `state` and `character`, at `ASCII * state + character`.
    private final int[] next;
    /// The text that ends in a state, or NONE.
    private final int[] found;

    TextSearch(List<String> texts) {
        int states = 1 + texts.stream().mapToInt(String::length).sum();
        this.next = new int[ASCII * states];
        this.found = new int[states];
        Arrays.fill(next, NONE);
        Arrays.fill(found, NONE);
        int used = 1;
        for (int text = 0; text < texts.size(); text++) {
            used = plant(texts.get(text), text, used);
        }
        link(used);
    }

    private int plant(String text, int number, int used) {
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            int edge = ASCII * state + text.charAt(i);
            if (next[edge] == NONE) {
                next[edge] = used++;
            }
            state = next[edge];
        }
        found[state] = first(found[state], number);
        return used;
    }

    /// Breadth first, so that where a state falls back to is known before it is asked (algorithm 3 of the paper).
    private void link(int states) {
        int[] fallback = new int[states];
        Deque<Integer> open = new ArrayDeque<>(List.of(0));
        while (!open.isEmpty()) {
            int state = open.remove();
            found[state] = first(found[state], found[fallback[state]]);
            for (int c = 0; c < ASCII; c++) {
                int edge = ASCII * state + c;
                int elsewhere = state == 0 ? 0 : next[ASCII * fallback[state] + c];
                if (next[edge] == NONE) {
                    next[edge] = elsewhere;
                } else {
                    fallback[next[edge]] = elsewhere;
                    open.add(next[edge]);
                }
            }
        }
    }

    private static int first(int one, int other) {
        return one == NONE ? other : other == NONE ? one : Math.min(one, other);
    }

    /// The number of the first of the texts that are in the line; [#NONE] if none is.
    int in(CharSequence line) {
        int state = 0;
        int text = NONE;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            state = c < ASCII ? next[ASCII * state + c] : 0;
            text = first(text, found[state]);
        }
        return text;
    }
}
