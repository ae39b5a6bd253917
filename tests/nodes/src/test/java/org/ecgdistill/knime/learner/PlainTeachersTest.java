package org.ecgdistill.knime.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecgdistill.distill.DistillationException;
import org.ecgdistill.evaluation.study.Exposure;
import org.ecgdistill.evaluation.study.ModelFacts;
import org.ecgdistill.knime.common.PredictionNames;
import org.ecgdistill.nn.training.LabelCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

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

    /** A pretrained model with more classes than the student: the worst that is known of a column counts. */
    @Test
    void aTeacherMayHaveMoreClasses() {
        var two = LabelCode.of(List.of("N", "A", "N"), Optional.of("A"));
        var one = teachers(two, Exposure.UNSEEN, "P (Class=A) (m)").of(columns(0.8f, "P (Class=A) (m)"));
        assertEquals(Optional.of(Exposure.UNSEEN), one.get(0).exposure());
        assertEquals(Math.log(4), one.get(0).parts().get(0)[0][0], 1e-5);
        var three = LabelCode.of(List.of("N", "A", "O"), Optional.empty());
        var names = new String[] {"P (Class=N) (m)", "P (Class=A) (m)", "P (Class=O) (m)"};
        var several = teachers(three, Exposure.SEEN, names).of(columns(0.2f, names));
        assertEquals(Optional.of(Exposure.SEEN), several.get(0).exposure());
        assertEquals(3, several.get(0).parts().get(0)[0].length);
        assertSentence(
                "is not chosen, but the student needs a column for each class",
                () -> teachers(three, Exposure.SEEN, names).of(columns(0.2f, names[0], names[1])));
        assertSentence(
                "add up to 1.80 in row 1: it may predict several labels at once",
                () -> teachers(three, Exposure.UNSEEN, names).of(columns(0.6f, names)));
        // Columns of any other node are taken as they are.
        assertEquals(
                1,
                teachers(three, Exposure.UNKNOWN, names)
                        .of(columns(0.6f, names))
                        .size());
    }

    private static PlainTeachers teachers(LabelCode code, Exposure exposure, String... names) {
        return new PlainTeachers(
                new PredictionNames(List.of(names), code.classes()),
                code,
                false,
                name -> ModelFacts.NONE.withExposure(exposure));
    }

    private static Map<String, float[][]> columns(float value, String... names) {
        var columns = new LinkedHashMap<String, float[][]>();
        for (var name : names) {
            columns.put(name, new float[][] {{value}, {0.1f}});
        }
        return columns;
    }

    private static void assertSentence(String part, Executable action) {
        var message = assertThrows(DistillationException.class, action).getMessage();
        assertTrue(message.contains(part), message);
    }
}
