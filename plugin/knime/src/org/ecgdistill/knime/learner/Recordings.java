package org.ecgdistill.knime.learner;

import java.util.List;
import java.util.Optional;
import org.ecgdistill.model.InputForm;

/**
 * The signals of a table as a network reads them. A recording is a row, or several rows that hold its leads.
 *
 * @param form the form of the network's input; empty if no recording can be used
 * @param inputs one per usable recording; empty if they were handed on
 * @param ofRow which of the inputs belongs to each row, -1 for a row that is left out
 * @param warnings rows that are left out, and why
 */
public record Recordings(Optional<InputForm> form, float[][] inputs, int[] ofRow, List<String> warnings) {

    public Recordings {
        warnings = List.copyOf(warnings);
    }

    Recordings with(List<float[]> others) {
        return new Recordings(form, others.toArray(float[][]::new), ofRow, warnings);
    }

    /** The first row of each recording. */
    int[] firstRows() {
        var first = new int[inputs.length];
        for (var row = ofRow.length - 1; row >= 0; row--) {
            if (ofRow[row] >= 0) {
                first[ofRow[row]] = row;
            }
        }
        return first;
    }
}
