package org.ecgdistill.knime.vqc;

import org.ecgdistill.hybrid.QuantumAttention;
import org.ecgdistill.hybrid.QuantumDevice;
import org.ecgdistill.knime.learner.LearnerSections;
import org.ecgdistill.nn.NetworkException;
import org.ecgdistill.nn.Vit1d;
import org.ecgdistill.quantum.Entanglement;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** The design of the quantum attention student. */
@LoadDefaultsForAbsentFields
@Layout(LearnerSections.ModelSection.class)
final class AttentionParameters implements NodeParameters {

    @Widget(title = "Patches", description = "The number of equal parts into which a window is cut.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = VqcLearnerParameters.IsAttention.class, type = EffectType.SHOW)
    int m_patches = 16;

    @Widget(
            title = "Qubits per head",
            description = "The number of qubits in each of a head's three circuits, usually 4 or 8.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = VqcLearnerParameters.IsAttention.class, type = EffectType.SHOW)
    int m_qubits = 4;

    @Widget(
            title = "Heads",
            description =
                    "Usually 1 or 2. With the method Features, the teacher needs qubits times heads bottleneck units.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = VqcLearnerParameters.IsAttention.class, type = EffectType.SHOW)
    int m_heads = 1;

    @Widget(title = "Repetitions", description = "How often RY, RY, CX is applied to all pairs.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = VqcLearnerParameters.IsAttention.class, type = EffectType.SHOW)
    int m_repetitions = 1;

    enum Wiring {
        @Label(value = "Line", description = "0-1, 2-3, …, then 1-2, 3-4, …")
        LINE(Entanglement.Pattern.PAIRWISE),
        @Label(value = "Ring", description = "The line, closed by a pair of the last and the first qubit.")
        RING(Entanglement.Pattern.PAIRWISE_RING);

        private final Entanglement.Pattern value;

        Wiring(Entanglement.Pattern value) {
            this.value = value;
        }
    }

    @Widget(title = "Wiring", description = "The pairs of qubits that are entangled.")
    @ValueSwitchWidget
    @Effect(predicate = VqcLearnerParameters.IsAttention.class, type = EffectType.SHOW)
    Wiring m_wiring = Wiring.LINE;

    QuantumAttention.Form toForm(int leads, int samples, int logits, QuantumDevice device) {
        if (m_patches > samples) {
            throw new NetworkException(
                    "A window of " + samples + " samples cannot be cut into " + m_patches + " patches: choose fewer.");
        }
        var size =
                new QuantumAttention.Size(samples / m_patches, m_qubits, m_heads, m_repetitions, m_wiring.value.text());
        return new QuantumAttention.Form(leads, samples, logits, size, device);
    }

    /** The classical attention of the same width. */
    static Vit1d.Form twin(QuantumAttention.Form form) {
        return new Vit1d.Form(
                form.leads(), form.samples(), form.classes(), form.patch(), form.width(), form.heads(), 0);
    }
}
