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
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.checkpoint.Tensor;

/**
 * All numbers that training changes as one vector, so that a step of the optimiser is one operation. The network sees
 * views of it.
 */
final class FlatParameters {

    private final Network network;

    private final List<Slot> trained;

    private final long[] cuts;

    private final NDArray vector;

    /** Frozen parameters and running statistics. */
    private final Map<String, NDArray> others = new HashMap<>();

    FlatParameters(
            final NDManager arrays, final Network network, final Weights start, final Predicate<String> isTrained) {
        this.network = network;
        this.trained = network.slots().stream()
                .filter(slot -> slot.isTrained() && isTrained.test(slot.name()))
                .toList();
        var size = trained.stream().mapToInt(Slot::size).sum();
        var values = new float[size];
        var ends = new ArrayList<Integer>();
        var at = 0;
        for (var slot : trained) {
            var numbers = start.tensors().get(slot.name()).values();
            System.arraycopy(numbers, 0, values, at, numbers.length);
            at += numbers.length;
            ends.add(at);
        }
        this.cuts = ends.stream()
                .limit(Math.max(0, ends.size() - 1))
                .mapToLong(Integer::longValue)
                .toArray();
        this.vector = arrays.create(values, new Shape(size));
        vector.setRequiresGradient(true);
        for (var slot : network.slots()) {
            if (!trained.contains(slot)) {
                var tensor = start.tensors().get(slot.name());
                others.put(slot.name(), arrays.create(tensor.values().clone(), new Shape(tensor.shape())));
            }
        }
    }

    NDArray vector() {
        return vector;
    }

    /** What an array's name says of it, once for each of the vector's numbers. */
    float[] perNumber(final ToDoubleFunction<String> ofArray) {
        var numbers = new float[Math.toIntExact(vector.size())];
        var at = 0;
        for (var slot : trained) {
            Arrays.fill(numbers, at, at + slot.size(), (float) ofArray.applyAsDouble(slot.name()));
            at += slot.size();
        }
        return numbers;
    }

    /** The network's arrays; the views among them belong to the given manager. */
    Map<String, NDArray> views(final NDManager arrays) {
        var views = new HashMap<>(others);
        var parts = vector.split(cuts, 0);
        parts.attach(arrays);
        for (var i = 0; i < trained.size(); i++) {
            var slot = trained.get(i);
            var view = parts.get(i).reshape(new Shape(slot.lengths()));
            view.attach(arrays);
            views.put(slot.name(), view);
        }
        return views;
    }

    /** The numbers as they are now, copied. */
    Weights snapshot() {
        var values = vector.toFloatArray();
        var places = new HashMap<String, Integer>();
        var at = 0;
        for (var slot : trained) {
            places.put(slot.name(), at);
            at += slot.size();
        }
        var tensors = new LinkedHashMap<String, Tensor>();
        for (var slot : network.slots()) {
            var place = places.get(slot.name());
            var numbers = new float[slot.size()];
            if (place == null) {
                System.arraycopy(others.get(slot.name()).toFloatArray(), 0, numbers, 0, numbers.length);
            } else {
                System.arraycopy(values, place, numbers, 0, numbers.length);
            }
            tensors.put(slot.name(), new Tensor(numbers, slot.lengths()));
        }
        return new Weights(tensors);
    }
}
