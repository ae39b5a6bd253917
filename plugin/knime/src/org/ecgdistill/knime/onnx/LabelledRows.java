package org.ecgdistill.knime.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecgdistill.knime.learner.Recordings;
import org.ecgdistill.model.Manifest;
import org.ecgdistill.nn.training.Examples;

/** The recordings of a table whose label a model knows. */
final class LabelledRows {

    private LabelledRows() {}

    /** Empty where there is no such recording. */
    static Optional<Examples> of(Manifest manifest, Recordings recordings, List<String> labels) {
        var first = new HashMap<Integer, String>();
        for (var row = 0; row < labels.size(); row++) {
            first.putIfAbsent(recordings.ofRow()[row], labels.get(row));
        }
        var signals = new ArrayList<float[]>();
        var targets = new ArrayList<float[]>();
        for (var i = 0; i < recordings.inputs().length; i++) {
            var target = target(manifest, first.get(i));
            if (target != null) {
                signals.add(recordings.inputs()[i]);
                targets.add(target);
            }
        }
        return signals.isEmpty()
                ? Optional.empty()
                : Optional.of(new Examples(
                        manifest.input().leads().size(),
                        signals.toArray(float[][]::new),
                        Map.of(Examples.LABEL, targets.toArray(float[][]::new))));
    }

    /** Null for a label that the model does not know; a class that stands for the rest is called "not …". */
    private static float[] target(Manifest manifest, String label) {
        var classes = manifest.classes();
        if (label == null) {
            return null;
        }
        if (manifest.isSingleLogit()) {
            var isPositive = label.equals(classes.get(1));
            var isKnown =
                    isPositive || label.equals(classes.get(0)) || classes.get(0).equals("not " + classes.get(1));
            return isKnown ? new float[] {isPositive ? 1 : 0} : null;
        }
        if (!classes.contains(label)) {
            return null;
        }
        var target = new float[classes.size()];
        target[classes.indexOf(label)] = 1;
        return target;
    }
}
