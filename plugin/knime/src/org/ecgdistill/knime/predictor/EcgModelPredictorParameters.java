package org.ecgdistill.knime.predictor;

import java.util.Optional;
import java.util.stream.Stream;
import org.ecgdistill.knime.learner.LearnerSections;
import org.ecgdistill.knime.learner.SignalParameters;
import org.knime.core.data.DataTableSpec;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** What the analyst sets: where the signals are, and the names of the new columns. */
@LoadDefaultsForAbsentFields
final class EcgModelPredictorParameters implements NodeParameters {

    @Section(title = "Output")
    @After(LearnerSections.SignalsSection.class)
    interface OutputSection {}

    SignalParameters m_signals = new SignalParameters();

    @Layout(OutputSection.class)
    @Widget(
            title = "Model name",
            description = "Names the model in the new columns. If empty, the name given by its learner.")
    @TextInputWidget
    String m_name = "";

    EcgModelPredictorParameters() {}

    /** A new node that is connected to another shows in its dialog which columns it uses. */
    EcgModelPredictorParameters(NodeParametersInput input) {
        Stream.of(input.getInPortSpecs())
                .filter(DataTableSpec.class::isInstance)
                .findFirst()
                .ifPresent(table -> m_signals.chooseFrom((DataTableSpec) table));
    }

    /** The name that the analyst has chosen instead of the model's. */
    Optional<String> name() {
        return Optional.of(m_name.strip()).filter(name -> !name.isEmpty());
    }
}
