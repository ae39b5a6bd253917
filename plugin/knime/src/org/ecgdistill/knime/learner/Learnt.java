package org.ecgdistill.knime.learner;

import java.util.Arrays;
import java.util.List;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultModel.ExecuteOutput;

/**
 * The outputs of a learner.
 *
 * @param outputs the table with predictions, the model, then what the node's view shows
 * @param warnings what the analyst should know
 */
public record Learnt(PortObject[] outputs, List<String> warnings) {

    public void leaveBy(ExecuteOutput out) {
        out.setOutData(outputs);
        out.setInternalData(Arrays.copyOfRange(outputs, 2, outputs.length));
        LearnerOutput.warning(warnings).ifPresent(out::setWarningMessage);
    }
}
