package org.ecgdistill.knime.segmenter;

import java.util.Optional;
import org.ecgdistill.signal.segment.ContextWindow;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;

/** Whether a wider window is added to each row, and its length. */
@LoadDefaultsForAbsentFields
final class ContextParameters implements NodeParameters {

    static final class AddReference implements BooleanReference {}

    @Widget(
            title = "Wider window",
            description = "Adds the column Context with a longer stretch of the record around each window, not brought"
                    + " to a common scale: the input of a pretrained model that needs more than one beat.")
    @ValueReference(AddReference.class)
    boolean m_add;

    @Widget(
            title = "Length of the wider window (s)",
            description = "The R peak, or the middle of a window of fixed length, is in its middle. At an end of the"
                    + " record it is shifted inwards; in a shorter record it is the whole record. A window of 10 s at"
                    + " 360 Hz takes 29 kB: 100,000 beats take 2.9 GB on disk.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = AddReference.class, type = EffectType.SHOW)
    double m_length = 10;

    Optional<ContextWindow> toWindow() {
        return m_add ? Optional.of(new ContextWindow(m_length)) : Optional.empty();
    }
}
