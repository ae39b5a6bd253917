package org.ecgdistill.quantum.statevector;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Decides which rows each layer reads and writes. A layer works in place, except on rows that a gradient will need as they
 * were: those it leaves, and writes to new ones. Rows that a layer does not change are shared. Renaming basis states moves
 * no numbers at all. λ is never needed twice, so it is always worked on in place.
 */
final class RowWiring<R> {

    private final Kernels<R> kernels;
    private final FeatureAngles<R> angles;
    private final int capacity;
    private final int dimension;
    private final Set<R> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<List<Layer.Phase>, PhaseTable<R>> tables = new HashMap<>();
    private final List<Moment<R>> moments = new ArrayList<>();
    private final List<CompiledStep<R>> steps = new ArrayList<>();
    private StateRows<R> current;
    private StateRows<R> adjoint;
    private final StateRows<R> adjointAtEnd;

    /** A layer with the amplitudes before and after it. */
    private record Moment<R>(Layer layer, StateRows<R> before, StateRows<R> after) {}

    RowWiring(Kernels<R> kernels, FeatureAngles<R> angles, StateRows<R> start, List<Layer> layers, int capacity) {
        this.kernels = kernels;
        this.angles = angles;
        this.capacity = capacity;
        this.dimension = start.dimension();
        current = start;
        keep();
        layers.forEach(this::append);
        adjoint = new StateRows<>(kernels.rows(dimension, capacity), kernels.rows(dimension, capacity));
        adjointAtEnd = adjoint;
        for (var i = moments.size() - 1; i >= 0; i--) {
            prepend(moments.get(i));
        }
        Collections.reverse(steps);
    }

    List<CompiledStep<R>> steps() {
        return steps;
    }

    List<PhaseTable<R>> tables() {
        return List.copyOf(tables.values());
    }

    StateRows<R> end() {
        return current;
    }

    StateRows<R> adjointAtEnd() {
        return adjointAtEnd;
    }

    StateRows<R> adjointAtStart() {
        return adjoint;
    }

    private void append(Layer layer) {
        if (layer instanceof Layer.FeaturePhases phases && phases.phases().size() <= 2) {
            // Two single phases turn half of the amplitudes each, which is less work than making and using a table.
            phases.phases()
                    .forEach(phase -> advance(new Layer.FeaturePhases(List.of(phase)), true, phase::turns, false));
        } else if (layer instanceof Layer.FeaturePhases phases) {
            advance(layer, true, state -> PhaseStep.isTurned(phases.phases(), state), false);
        } else if (layer instanceof Layer.Phases phases) {
            var trained = PhaseStep.absorbsScale(phases.phases());
            advance(layer, trained, state -> PhaseStep.changes(phases.phases(), state), false);
        } else if (layer instanceof Layer.Rotations rotations) {
            var trained = rotations.rotations().stream()
                    .anyMatch(rotation -> rotation.angle().dependsOnParameters());
            advance(layer, false, state -> true, trained);
        } else if (layer instanceof Layer.FeatureRotations) {
            advance(layer, false, state -> true, true);
        } else if (layer instanceof Layer.Hadamards) {
            advance(layer, false, state -> true, false);
        } else {
            var renaming = (Layer.Renaming) layer;
            var renamed = new StateRows<>(current.re().clone(), current.im().clone());
            for (var state = 0; state < dimension; state++) {
                renamed.re()[renaming.name(state)] = current.re()[state];
                renamed.im()[renaming.name(state)] = current.im()[state];
            }
            moments.add(new Moment<>(layer, current, renamed));
            current = renamed;
        }
    }

    private void advance(Layer layer, boolean keepBefore, IntPredicate changes, boolean keepAfter) {
        if (keepBefore) {
            keep();
        }
        var before = current;
        current = next(changes);
        if (keepAfter) {
            keep();
        }
        moments.add(new Moment<>(layer, before, current));
    }

    private void keep() {
        kept.addAll(List.of(current.re()));
    }

    private StateRows<R> next(IntPredicate changes) {
        var re = current.re().clone();
        var im = current.im().clone();
        for (var state = 0; state < dimension; state++) {
            if (changes.test(state) && kept.contains(re[state])) {
                var fresh = kernels.rows(2, capacity);
                re[state] = fresh[0];
                im[state] = fresh[1];
            }
        }
        return new StateRows<>(re, im);
    }

    /** Makes the step of a layer, and moves on to λ before it. */
    private void prepend(Moment<R> moment) {
        var rows = new CompiledStep.Workplace<>(kernels, moment.before(), moment.after(), adjoint, capacity);
        if (moment.layer() instanceof Layer.FeaturePhases phases) {
            steps.add(featurePhases(rows, phases.phases()));
        } else if (moment.layer() instanceof Layer.Phases phases) {
            steps.add(new PhaseStep<>(rows, phases.phases()));
        } else if (moment.layer() instanceof Layer.Rotations layer) {
            steps.add(new RotationStep<>(rows, layer.rotations()));
        } else if (moment.layer() instanceof Layer.FeatureRotations layer) {
            steps.add(new FeatureRotationStep<>(rows, layer.rotations(), angles));
        } else if (moment.layer() instanceof Layer.Hadamards layer) {
            steps.add(new HadamardStep<>(rows, layer.qubits()));
        } else {
            var renaming = (Layer.Renaming) moment.layer();
            var earlier = new StateRows<>(adjoint.re().clone(), adjoint.im().clone());
            for (var state = 0; state < dimension; state++) {
                earlier.re()[state] = adjoint.re()[renaming.name(state)];
                earlier.im()[state] = adjoint.im()[renaming.name(state)];
            }
            adjoint = earlier;
        }
    }

    private CompiledStep<R> featurePhases(CompiledStep.Workplace<R> rows, List<Layer.Phase> phases) {
        if (phases.size() == 1) {
            return new SingleFeaturePhaseStep<>(rows, phases.get(0), angles);
        }
        var table =
                tables.computeIfAbsent(phases, list -> new PhaseTable<>(kernels, list, angles, dimension, capacity));
        return new FeaturePhaseStep<>(rows, table);
    }
}
