package org.ecgdistill.knime.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecgdistill.evaluation.study.Exposure;
import org.ecgdistill.evaluation.study.ModelFacts;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.knime.common.Signals;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.InvalidSettingsException;

class ChosenTeachersTest {

    private static final DataColumnSpec STUDENT = EcgColumns.column("Soft targets (first student)", Signals.TYPE);
    private static final DataColumnSpec FOREST = probability("Forest", Map.of());
    private static final DataColumnSpec PRETRAINED =
            probability("OpenECG", ModelFacts.NONE.withExposure(Exposure.UNSEEN).toProperties());

    /** In a chain of students the soft targets of the first must not teach the second unasked. */
    @Test
    void withoutAChoiceAPretrainedModelTeaches() throws InvalidSettingsException {
        assertEquals(List.of("P (Class=A) (OpenECG)"), columns(PRETRAINED, STUDENT));
        assertEquals(List.of("P (Class=A) (OpenECG)"), columns(FOREST, STUDENT, PRETRAINED));
        assertEquals(List.of("Soft targets (first student)"), columns(FOREST, STUDENT));
    }

    private static List<String> columns(DataColumnSpec... columns) throws InvalidSettingsException {
        return new ChosenTeachers(new DataTableSpec(columns), new DistillationParameters()).columns(Optional.empty());
    }

    private static DataColumnSpec probability(String model, Map<String, String> properties) {
        return EcgColumns.column("P (Class=A) (" + model + ")", DoubleCell.TYPE, properties);
    }
}
