package org.ecgdistill.quantum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which qubits an entangling layer joins: a pattern by name, or blocks given one by one. */
public sealed interface Entanglement permits Entanglement.Pattern, Entanglement.Given {

    /**
     * The blocks of {@code size} qubits each, in the order in which they are joined.
     *
     * @param layer counts the circuit's layers from 0; only {@link Pattern#SHIFTED_CIRCULAR} changes with it
     */
    List<List<Integer>> blocks(int size, int qubits, int layer);

    /** What {@link #parse} turns into this. */
    String text();

    /** For example {@code linear}, or the pairs {@code 0-1, 2-3}. */
    static Entanglement parse(String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        for (var pattern : Pattern.values()) {
            if (pattern.text().equals(wanted)) {
                return pattern;
            }
        }
        if (!text.matches("\\s*\\d+(\\s*-\\s*\\d+)+(\\s*,\\s*\\d+(\\s*-\\s*\\d+)+)*\\s*")) {
            throw new QuantumException("The entanglement \"" + text + "\" is not known: choose one of "
                    + Arrays.stream(Pattern.values()).map(Pattern::text).collect(Collectors.joining(", "))
                    + ", or write pairs of qubits such as 0-1, 1-2.");
        }
        return new Given(Arrays.stream(text.split(","))
                .map(block -> Arrays.stream(block.split("-"))
                        .map(qubit -> Integer.valueOf(qubit.strip()))
                        .toList())
                .toList());
    }

    /** The patterns that Qiskit knows by the same names, and a closed ring of pairs. */
    enum Pattern implements Entanglement {
        /** Every qubit with every other. */
        FULL,
        /** Each with the next: 0-1, 1-2, … */
        LINEAR,
        /** The same from the other end. */
        REVERSE_LINEAR,
        /** First the last qubit with qubit 0, then linear. */
        CIRCULAR,
        /** First the pairs 0-1, 2-3, …, then 1-2, 3-4, … */
        PAIRWISE,
        /** Pairwise, closed by the last qubit with qubit 0. */
        PAIRWISE_RING,
        /** Circular, each layer shifted by one more and every other layer turned round (Sim et al. 2019, circuit 14). */
        SHIFTED_CIRCULAR;

        @Override
        public String text() {
            return this == SHIFTED_CIRCULAR ? "sca" : name().toLowerCase(Locale.ROOT);
        }

        @Override
        public List<List<Integer>> blocks(int size, int qubits, int layer) {
            requireBlock(size, qubits);
            if (size == 1) {
                return windows(1, qubits);
            }
            return switch (this) {
                case FULL -> combinations(size, qubits);
                case LINEAR -> windows(size, qubits);
                case REVERSE_LINEAR -> reversed(windows(size, qubits));
                case CIRCULAR -> circular(size, qubits);
                case PAIRWISE -> pairwise(size, qubits);
                case PAIRWISE_RING -> pairwiseRing(size, qubits);
                case SHIFTED_CIRCULAR -> shiftedCircular(size, qubits, layer);
            };
        }

        private static List<List<Integer>> windows(int size, int qubits) {
            var blocks = new ArrayList<List<Integer>>();
            for (var first = 0; first + size <= qubits; first++) {
                blocks.add(consecutive(first, size));
            }
            return blocks;
        }

        private static List<List<Integer>> circular(int size, int qubits) {
            var blocks = new ArrayList<List<Integer>>();
            if (qubits > size) {
                var closing = new ArrayList<>(consecutive(qubits - size + 1, size - 1));
                closing.add(0);
                blocks.add(closing);
            }
            blocks.addAll(windows(size, qubits));
            return blocks;
        }

        private List<List<Integer>> pairwise(int size, int qubits) {
            if (size != 2) {
                throw new QuantumException("The entanglement " + text() + " joins pairs, but blocks of " + size
                        + " qubits are needed here: choose full, linear or circular.");
            }
            var blocks = new ArrayList<List<Integer>>();
            for (var start = 0; start < 2; start++) {
                for (var first = start; first + 1 < qubits; first += 2) {
                    blocks.add(List.of(first, first + 1));
                }
            }
            return blocks;
        }

        private List<List<Integer>> pairwiseRing(int size, int qubits) {
            var blocks = pairwise(size, qubits);
            if (qubits > 2) {
                blocks.add(List.of(qubits - 1, 0));
            }
            return blocks;
        }

        private static List<List<Integer>> shiftedCircular(int size, int qubits, int layer) {
            var circular = circular(size, qubits);
            var count = circular.size();
            var blocks = new ArrayList<List<Integer>>();
            for (var i = 0; i < count; i++) {
                var block = circular.get(Math.floorMod(i - layer, count));
                blocks.add(layer % 2 == 0 ? block : reversed(block));
            }
            return blocks;
        }

        private static List<List<Integer>> combinations(int size, int qubits) {
            var blocks = new ArrayList<List<Integer>>();
            combine(new ArrayList<>(), size, qubits, blocks);
            return blocks;
        }

        private static void combine(List<Integer> begun, int size, int qubits, List<List<Integer>> blocks) {
            if (begun.size() == size) {
                blocks.add(List.copyOf(begun));
                return;
            }
            var from = begun.isEmpty() ? 0 : begun.get(begun.size() - 1) + 1;
            for (var qubit = from; qubit < qubits; qubit++) {
                begun.add(qubit);
                combine(begun, size, qubits, blocks);
                begun.remove(begun.size() - 1);
            }
        }

        private static List<Integer> consecutive(int first, int size) {
            var block = new ArrayList<Integer>();
            for (var qubit = first; qubit < first + size; qubit++) {
                block.add(qubit);
            }
            return block;
        }

        private static <T> List<T> reversed(List<T> list) {
            var reversed = new ArrayList<>(list);
            Collections.reverse(reversed);
            return reversed;
        }
    }

    /** The same blocks in every layer. Blocks of single qubits are all qubits. */
    record Given(List<List<Integer>> list) implements Entanglement {

        public Given {
            list = list.stream().map(List::copyOf).toList();
        }

        @Override
        public List<List<Integer>> blocks(int size, int qubits, int layer) {
            if (size == 1) {
                return Pattern.LINEAR.blocks(1, qubits, layer);
            }
            requireBlock(size, qubits);
            for (var block : list) {
                if (block.size() != size) {
                    throw new QuantumException("The entanglement names the qubits " + text(block) + ", but blocks of "
                            + size + " qubits are needed here: write " + size + " qubits, joined by a hyphen.");
                }
                if (block.stream().distinct().count() < size
                        || block.stream().anyMatch(qubit -> qubit < 0 || qubit >= qubits)) {
                    throw new QuantumException("The entanglement joins the qubits " + text(block)
                            + ", but the circuit has the qubits 0 to " + (qubits - 1)
                            + ": name different qubits in that range.");
                }
            }
            return list;
        }

        @Override
        public String text() {
            return list.stream().map(Given::text).collect(Collectors.joining(", "));
        }

        private static String text(List<Integer> block) {
            return block.stream().map(String::valueOf).collect(Collectors.joining("-"));
        }
    }

    private static void requireBlock(int size, int qubits) {
        if (size > qubits) {
            throw new QuantumException("Blocks of " + size + " qubits are to be joined, but the circuit has only "
                    + qubits + ": use more qubits or smaller blocks.");
        }
    }
}
