package org.ecgdistill.nn.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.Slot;
import org.ecgdistill.nn.Torch;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.checkpoint.Tensor;

/**
 * All numbers that training changes, in a few long vectors rather than in hundreds of arrays: a small network is one
 * vector, and a step of the optimiser one operation. A large network is several, each small enough to stay in the
 * processor's cache during a step. The network sees views of them.
 */
final class FlatParameters {

    /** A megabyte: a vector of this length takes no further slots. */
    private static final int LONG = 1 << 18;

    /** A vector and the slots that lie in it one after the other. */
    private record Piece(NDArray vector, List<Slot> slots) {

        /** Where one slot ends and the next begins. */
        long[] cuts() {
            var cuts = new long[slots.size() - 1];
            var at = 0L;
            for (var i = 0; i < cuts.length; i++) {
                at += slots.get(i).size();
                cuts[i] = at;
            }
            return cuts;
        }
    }

    private final Network network;
    private final List<Piece> pieces;

    /** Frozen parameters and running statistics. */
    private final Map<String, NDArray> others = new HashMap<>();

    FlatParameters(NDManager arrays, Network network, Weights start, Predicate<String> isTrained) {
        this.network = network;
        var list = new ArrayList<Piece>();
        var open = new ArrayList<Slot>();
        var size = 0L;
        for (var slot : network.slots()) {
            if (!slot.isTrained() || !isTrained.test(slot.name())) {
                var tensor = start.tensors().get(slot.name());
                others.put(slot.name(), arrays.create(tensor.values().clone(), new Shape(tensor.shape())));
                continue;
            }
            open.add(slot);
            size += slot.size();
            if (size >= LONG) {
                list.add(piece(arrays, open, start));
                open.clear();
                size = 0;
            }
        }
        if (!open.isEmpty()) {
            list.add(piece(arrays, open, start));
        }
        this.pieces = List.copyOf(list);
    }

    private static Piece piece(NDManager arrays, List<Slot> slots, Weights start) {
        var values = new float[slots.stream().mapToInt(Slot::size).sum()];
        var at = 0;
        for (var slot : slots) {
            var numbers = start.tensors().get(slot.name()).values();
            System.arraycopy(numbers, 0, values, at, numbers.length);
            at += numbers.length;
        }
        return new Piece(arrays.create(values, new Shape(values.length)), List.copyOf(slots));
    }

    /** The numbers themselves. */
    List<NDArray> vectors() {
        return pieces.stream().map(Piece::vector).toList();
    }

    /**
     * The numbers as the start of one forward pass.
     *
     * @param vectors the same memory as {@link FlatParameters#vectors}, each asking for a gradient
     * @param views what the network sees of them
     */
    record Leaves(List<NDArray> vectors, Map<String, NDArray> views) {

        /** One per vector, after a backward pass. */
        List<NDArray> gradients() {
            return vectors.stream().map(NDArray::getGradient).toList();
        }
    }

    /** The network's arrays, which require gradients; they belong to the given manager. */
    Leaves leaves(NDManager arrays) {
        var vectors = new ArrayList<NDArray>();
        var views = new HashMap<>(others);
        for (var piece : pieces) {
            var leaf = Torch.leaf(piece.vector());
            leaf.attach(arrays);
            vectors.add(leaf);
            addViews(piece, leaf, arrays, views);
        }
        return new Leaves(vectors, views);
    }

    /** For each vector a value that follows from the name of each array, once for each of the vector's numbers. */
    List<float[]> perNumber(ToDoubleFunction<String> ofArray) {
        return pieces.stream()
                .map(piece -> {
                    var numbers = new float[Math.toIntExact(piece.vector().size())];
                    var at = 0;
                    for (var slot : piece.slots()) {
                        Arrays.fill(numbers, at, at + slot.size(), (float) ofArray.applyAsDouble(slot.name()));
                        at += slot.size();
                    }
                    return numbers;
                })
                .toList();
    }

    /** The network's arrays; the views among them belong to the given manager. */
    Map<String, NDArray> views(NDManager arrays) {
        var views = new HashMap<>(others);
        pieces.forEach(piece -> addViews(piece, piece.vector(), arrays, views));
        return views;
    }

    private static void addViews(Piece piece, NDArray vector, NDManager arrays, Map<String, NDArray> views) {
        var parts = piece.slots().size() == 1 ? List.of(vector) : vector.split(piece.cuts(), 0);
        for (var i = 0; i < parts.size(); i++) {
            var slot = piece.slots().get(i);
            var view = parts.get(i).reshape(new Shape(slot.lengths()));
            view.attach(arrays);
            views.put(slot.name(), view);
            if (parts.size() > 1) {
                parts.get(i).close();
            }
        }
    }

    /** The numbers as they are now, copied. */
    Weights snapshot() {
        var learnt = new HashMap<String, Tensor>();
        for (var piece : pieces) {
            var values = piece.vector().toFloatArray();
            var at = 0;
            for (var slot : piece.slots()) {
                var numbers = new float[slot.size()];
                System.arraycopy(values, at, numbers, 0, numbers.length);
                learnt.put(slot.name(), new Tensor(numbers, slot.lengths()));
                at += numbers.length;
            }
        }
        var tensors = new LinkedHashMap<String, Tensor>();
        for (var slot : network.slots()) {
            var values = learnt.get(slot.name());
            tensors.put(
                    slot.name(),
                    values != null ? values : new Tensor(others.get(slot.name()).toFloatArray(), slot.lengths()));
        }
        return new Weights(tensors);
    }
}
