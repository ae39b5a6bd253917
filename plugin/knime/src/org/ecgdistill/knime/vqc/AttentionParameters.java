package org.ecgdistill.knime.vqc;

import java.util.Map;
import java.util.TreeMap;
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

/** What the quantum attention student looks like. */
@LoadDefaultsForAbsentFields
final class AttentionParameters implements NodeParameters {

    enum Wiring {
        @Label(value = "Line", description = "0-1, 2-3, …, then 1-2, 3-4, …")
        LINE(Entanglement.Pattern.PAIRWISE),
        @Label(value = "Ring", description = "The line, closed by the last qubit with the first.")
        RING(Entanglement.Pattern.PAIRWISE_RING);

        private final Entanglement.Pattern pattern;

        Wiring(Entanglement.Pattern pattern) {
            this.pattern = pattern;
        }
    }

    @Layout(LearnerSections.Model.class)
    @Widget(title = "Patches", description = "Into how many equal parts a window is cut.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = VqcLearnerParameters.IsAttention.class, type = EffectType.SHOW)
    int m_patches = 16;

    @Layout(LearnerSections.Model.class)
    @Widget(title = "Qubits of a head", description = "Of each of a head's three circuits; 4 or 8 are usual.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = VqcLearnerParameters.IsAttention.class, type = EffectType.SHOW)
    int m_qubits = 4;

    @Layout(LearnerSections.Model.class)
    @Widget(title = "Heads", description = "1 or 2 are usual. Qubits times heads are a teacher's bottleneck units.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = VqcLearnerParameters.IsAttention.class, type = EffectType.SHOW)
    int m_heads = 1;

    @Layout(LearnerSections.Model.class)
    @Widget(title = "Repetitions of the pairs", description = "How often RY, RY, CX goes over all pairs.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = VqcLearnerParameters.IsAttention.class, type = EffectType.SHOW)
    int m_repetitions = 1;

    @Layout(LearnerSections.Model.class)
    @Widget(title = "Wiring", description = "Which qubits the pairs are.")
    @ValueSwitchWidget
    @Effect(predicate = VqcLearnerParameters.IsAttention.class, type = EffectType.SHOW)
    Wiring m_wiring = Wiring.LINE;

    QuantumAttention.Form toForm(int leads, int samples, int logits, QuantumDevice device) {
        if (m_patches > samples) {
            throw new NetworkException(
                    "A window of " + samples + " samples can't be cut into " + m_patches + " patches: choose fewer.");
        }
        var size = new QuantumAttention.Size(
                samples / m_patches, m_qubits, m_heads, m_repetitions, m_wiring.pattern.text());
        return new QuantumAttention.Form(leads, samples, logits, size, device);
    }

    /** The classical attention of the same width. */
    static Vit1d.Form twin(QuantumAttention.Form form) {
        return new Vit1d.Form(
                form.leads(), form.samples(), form.classes(), form.patch(), form.width(), form.heads(), 0);
    }

    /** As shown in the dialog, for the model's provenance. */
    Map<String, String> toMap() {
        var map = new TreeMap<String, String>();
        map.put("Patches", Integer.toString(m_patches));
        map.put("Qubits of a head", Integer.toString(m_qubits));
        map.put("Heads", Integer.toString(m_heads));
        map.put("Repetitions of the pairs", Integer.toString(m_repetitions));
        map.put("Wiring", m_wiring.name());
        return map;
    }
}
