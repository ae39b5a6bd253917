package org.ecgdistill.nn.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.Slot;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.checkpoint.Tensor;

/**
 * All numbers that training changes as one vector, so that a step of the optimiser is one operation. The network sees
 * views of it.
 */
final class FlatParameters {

    private final Network m_network;

    private final List<Slot> m_trained;

    private final long[] m_cuts;

    private final NDArray m_vector;

    /** Frozen parameters and running statistics. */
    private final Map<String, NDArray> m_others = new HashMap<>();

    FlatParameters(
            final NDManager arrays, final Network network, final Weights start, final Predicate<String> trained) {
        m_network = network;
        m_trained = network.slots().stream()
                .filter(slot -> slot.isTrained() && trained.test(slot.name()))
                .toList();
        var size = m_trained.stream().mapToInt(Slot::size).sum();
        var values = new float[size];
        var cuts = new ArrayList<Integer>();
        var at = 0;
        for (var slot : m_trained) {
            var numbers = start.tensors().get(slot.name()).values();
            System.arraycopy(numbers, 0, values, at, numbers.length);
            at += numbers.length;
            cuts.add(at);
        }
        m_cuts = cuts.stream().limit(Math.max(0, cuts.size() - 1)).mapToLong(Integer::longValue).toArray();
        m_vector = arrays.create(values, new Shape(size));
        m_vector.setRequiresGradient(true);
        for (var slot : network.slots()) {
            if (!m_trained.contains(slot)) {
                var tensor = start.tensors().get(slot.name());
                m_others.put(slot.name(), arrays.create(tensor.values().clone(), new Shape(tensor.shape())));
            }
        }
    }

    NDArray vector() {
        return m_vector;
    }

    /** The network's arrays; the views among them belong to the given manager. */
    Map<String, NDArray> views(final NDManager arrays) {
        var views = new HashMap<>(m_others);
        var parts = m_vector.split(m_cuts, 0);
        parts.attach(arrays);
        for (var i = 0; i < m_trained.size(); i++) {
            var slot = m_trained.get(i);
            var view = parts.get(i).reshape(new Shape(slot.lengths()));
            view.attach(arrays);
            views.put(slot.name(), view);
        }
        return views;
    }

    /** The numbers as they are now, copied. */
    Weights snapshot() {
        var values = m_vector.toFloatArray();
        var places = new HashMap<String, Integer>();
        var at = 0;
        for (var slot : m_trained) {
            places.put(slot.name(), at);
            at += slot.size();
        }
        var tensors = new LinkedHashMap<String, Tensor>();
        for (var slot : m_network.slots()) {
            var place = places.get(slot.name());
            var numbers = new float[slot.size()];
            if (place == null) {
                System.arraycopy(m_others.get(slot.name()).toFloatArray(), 0, numbers, 0, numbers.length);
            } else {
                System.arraycopy(values, place, numbers, 0, numbers.length);
            }
            tensors.put(slot.name(), new Tensor(numbers, slot.lengths()));
        }
        return new Weights(tensors);
    }
}
