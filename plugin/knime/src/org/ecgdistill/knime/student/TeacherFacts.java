package org.ecgdistill.knime.student;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ecgdistill.evaluation.study.ModelFacts;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.knime.common.PredictionNames;
import org.knime.core.data.DataTableSpec;

/**
 * The teachers' names and size, as their learners have stored it in the properties of their prediction columns.
 *
 * @param names in the order of their columns
 * @param facts of those of which something is known
 */
record TeacherFacts(List<String> names, List<ModelFacts> facts) {

    static TeacherFacts of(DataTableSpec table, List<String> columns) {
        var names = columns.stream()
                .map(PredictionNames.of(table, List.of())::modelOf)
                .distinct()
                .toList();
        var facts = new ArrayList<ModelFacts>();
        for (var name : names) {
            table.stream()
                    .filter(column -> PredictionNames.Kind.PREDICTION.includes(column.getName(), name))
                    .map(column -> ModelFacts.fromProperties(EcgColumns.properties(column)))
                    .filter(known -> known.parameters().isPresent())
                    .findFirst()
                    .ifPresent(facts::add);
        }
        return new TeacherFacts(names, facts);
    }

    /** The teachers of a student, and how many times smaller it is. */
    Map<String, String> against(ModelFacts student) {
        var words = new TreeMap<String, String>();
        if (!names.isEmpty()) {
            words.put("Teacher", String.join(", ", names));
        }
        // The size of an ensemble is unknown if that of a member is.
        if (!names.isEmpty() && facts.size() == names.size()) {
            var ratio = facts.stream()
                    .mapToDouble(teacher -> student.compressionAgainst(teacher).orElse(Double.NaN))
                    .sum();
            words.put("Compression against the teacher", String.format(Locale.ROOT, "%.2f", ratio));
        }
        return words;
    }
}
