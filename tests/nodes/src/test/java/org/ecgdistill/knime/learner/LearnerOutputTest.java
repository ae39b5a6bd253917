package org.ecgdistill.knime.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.ecgdistill.evaluation.study.Exposure;
import org.ecgdistill.evaluation.study.ModelFacts;
import org.ecgdistill.model.Architecture;
import org.ecgdistill.model.InputForm;
import org.ecgdistill.model.InputScaling;
import org.ecgdistill.model.Manifest;
import org.ecgdistill.model.OnnxForm;
import org.ecgdistill.model.Provenance;
import org.ecgdistill.nn.Cnn1d;
import org.ecgdistill.nn.ModelForm;
import org.junit.jupiter.api.Test;

class LearnerOutputTest {

    /** What a column remembers of a model that was trained elsewhere: enough for the warning about a leak. */
    @Test
    void factsOfAModelFromElsewhereSayWhatItHasLearntFrom() {
        var form = OnnxForm.of("ecg", 1, 128, 0, "y", 1).withSize(1000, 5000);
        var facts = ModelFacts.fromProperties(
                LearnerOutput.facts(manifest(form, "PTB-XL", Exposure.UNSEEN), false, OptionalDouble.empty(), Map.of())
                        .toProperties());
        assertEquals(Exposure.UNSEEN, facts.exposure());
        assertEquals("PTB-XL", facts.provenance().get("Trained on"));
        assertEquals(OptionalLong.of(1000), facts.parameters());
        assertEquals(OptionalLong.of(5000), facts.bytes());
        assertTrue(facts.multiplyAccumulates().isEmpty());
        assertTrue(facts.trainingSeconds().isEmpty());
        // Even if the analyst states nothing, learners find its columns.
        var unstated =
                LearnerOutput.facts(manifest(form, "", Exposure.UNKNOWN), false, OptionalDouble.empty(), Map.of());
        assertEquals("not stated", unstated.provenance().get("Trained on"));
        assertTrue(PretrainedColumns.isPretrained(ModelFacts.fromProperties(unstated.toProperties())));
    }

    @Test
    void factsOfANetworkAreThoseOfBefore() {
        var facts = LearnerOutput.facts(
                manifest(Cnn1d.Form.standard(1, 1), "", Exposure.UNKNOWN), true, OptionalDouble.empty(), Map.of());
        assertEquals(OptionalLong.of(15_217), facts.parameters());
        assertTrue(facts.multiplyAccumulates().isPresent()
                && facts.trainingSeconds().isPresent());
        assertFalse(facts.provenance().containsKey("Trained on"));
        assertFalse(facts.toProperties().containsKey("ecgdistill.exposure"));
    }

    private static Manifest manifest(ModelForm form, String trainedOn, Exposure exposure) {
        return new Manifest(
                "Teacher",
                Architecture.of(form),
                InputForm.exactly(List.of("II"), 100, 128, InputScaling.RANKS),
                "Class",
                List.of("a", "b"),
                Provenance.of("", Map.of()).withTrainingElsewhere(trainedOn, exposure));
    }
}
