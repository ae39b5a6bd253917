package org.ecgdistill.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.ecgdistill.nn.checkpoint.Tensor;

/**
 * The numbers of a network, one tensor per slot in the slots' order. The numbers are not copied and are not to be
 * changed.
 */
public record Weights(Map<String, Tensor> tensors) {

    public Weights {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }

    /**
     * How a checkpoint's tensors were used.
     *
     * @param weights the network's numbers
     * @param matched slots that the checkpoint filled
     * @param fresh slots that start at random as requested
     * @param unused tensors of the checkpoint that the network has no slot for
     */
    public record Fit(Weights weights, List<String> matched, List<String> fresh, List<String> unused) {}

    /** A random start; the same seed gives the same numbers. */
    public static Weights random(Network network, long seed) {
        var random = new SplittableRandom(seed);
        var tensors = new LinkedHashMap<String, Tensor>();
        for (var slot : network.slots()) {
            tensors.put(slot.name(), start(slot, random.split()));
        }
        return new Weights(tensors);
    }

    /**
     * Fills a network from a checkpoint.
     *
     * @param fresh which slots start at random whatever the checkpoint holds, because the task is a new one: the head
     */
    public static Fit fit(Network network, Map<String, Tensor> checkpoint, Predicate<String> fresh, long seed) {
        var chance = new SplittableRandom(seed);
        var tensors = new LinkedHashMap<String, Tensor>();
        var matched = new ArrayList<String>();
        var random = new ArrayList<String>();
        for (var slot : network.slots()) {
            var name = slot.name();
            // Split for every slot, so that a fresh one starts as it would in a random network of this seed.
            var chanceOfSlot = chance.split();
            if (fresh.test(name)) {
                tensors.put(name, start(slot, chanceOfSlot));
                random.add(name);
            } else {
                tensors.put(name, matching(slot, checkpoint.get(name)));
                matched.add(name);
            }
        }
        var unused = checkpoint.keySet().stream()
                .filter(name -> !matched.contains(name) && !random.contains(name))
                .toList();
        return new Fit(new Weights(tensors), List.copyOf(matched), List.copyOf(random), unused);
    }

    /** The numbers of a part of the network, such as its head. */
    public Weights of(Network part) {
        var arrays = new LinkedHashMap<String, Tensor>();
        part.slots().forEach(slot -> arrays.put(slot.name(), tensors.get(slot.name())));
        return new Weights(arrays);
    }

    /** Only some of the numbers. */
    public Weights keeping(Predicate<String> kept) {
        var some = new LinkedHashMap<>(tensors);
        some.keySet().removeIf(kept.negate());
        return new Weights(some);
    }

    /** The same numbers, except for those of a part of the network, which are replaced. */
    public Weights with(Weights part) {
        var all = new LinkedHashMap<>(tensors);
        all.putAll(part.tensors);
        return new Weights(all);
    }

    /** How many bytes the numbers take. */
    public long bytes() {
        return tensors.values().stream()
                .mapToLong(tensor -> 4L * tensor.values().length)
                .sum();
    }

    private static Tensor matching(Slot slot, Tensor tensor) {
        if (tensor == null) {
            throw new NetworkException(
                    "The checkpoint lacks \"" + slot.name() + "\", which this network needs. Choose a"
                            + " checkpoint of the same network, or start at random.");
        }
        if (!Arrays.equals(tensor.shape(), slot.lengths())) {
            throw new NetworkException("In the checkpoint \"" + slot.name() + "\" has the shape "
                    + Arrays.toString(tensor.shape()) + ", but this network needs " + Arrays.toString(slot.lengths())
                    + ". Choose the checkpoint for this number of leads.");
        }
        return tensor;
    }

    private static Tensor start(Slot slot, SplittableRandom random) {
        var values = new float[slot.size()];
        switch (slot.start()) {
            case HE -> {
                var deviation = Math.sqrt(2.0 / slot.inputs());
                for (var i = 0; i < values.length; i++) {
                    values[i] = (float) (deviation * random.nextGaussian());
                }
            }
            case UNIFORM -> {
                var bound = 1 / Math.sqrt(slot.inputs());
                for (var i = 0; i < values.length; i++) {
                    values[i] = (float) random.nextDouble(-bound, bound);
                }
            }
            case ONE, RUNNING_ONE -> Arrays.fill(values, 1);
            case ZERO, RUNNING_ZERO -> Arrays.fill(values, 0);
            default -> throw new IllegalStateException(slot.start().name());
        }
        return new Tensor(values, slot.lengths());
    }
}
