package org.ecgdistill.knime.learner;

import java.util.Arrays;
import java.util.Objects;
import org.ecgdistill.common.Json;
import org.ecgdistill.distill.DistillationException;
import org.knime.core.data.DataColumnSpec;

/** Reads what a learner has written into the properties of its teacher columns, which a table from elsewhere may lack. */
final class TeacherProperties {

    private TeacherProperties() {}

    static int count(DataColumnSpec column, String property) {
        int count = parsed(column, property, Integer.class);
        if (count < 1) {
            throw damaged(column, property);
        }
        return count;
    }

    static DistillationException damaged(DataColumnSpec column, String property) {
        return new DistillationException("The column \"" + column.getName()
                + "\" lacks valid information on its models (its property " + property
                + " is missing or damaged). Use the column as written by a learner of this extension.");
    }

    static <T> T parsed(DataColumnSpec column, String property, Class<T> type) {
        var value = Json.read(column.getProperties().getProperty(property), type);
        if (value.isEmpty()
                || value.get() instanceof Object[] many && Arrays.stream(many).anyMatch(Objects::isNull)) {
            throw damaged(column, property);
        }
        return value.get();
    }
}
