package org.ecgdistill.knime.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecgdistill.evaluation.study.ModelFacts;
import org.ecgdistill.knime.common.PredictionNames;
import org.ecgdistill.nn.training.LabelCode;
import org.junit.jupiter.api.Test;

class PlainTeachersTest {

    /** A class with brackets once was taken for "block (left", which no student looks for. */
    @Test
    void aClassMayHaveBrackets() {
        var code = LabelCode.of(List.of("normal", "block (left)"), Optional.of("block (left)"));
        var column = Map.of("P (Class=block (left)) (m)", new float[][] {{0.9f}, {0.2f}});
        var teachers = new PlainTeachers(
                        new PredictionNames(column.keySet(), code.classes()), code, false, name -> ModelFacts.NONE)
                .of(column);
        assertEquals(1, teachers.size());
        assertEquals(Math.log(9), teachers.get(0).parts().get(0)[0][0], 1e-5);
    }
}
