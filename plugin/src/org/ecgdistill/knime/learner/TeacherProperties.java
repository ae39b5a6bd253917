package org.ecgdistill.knime.learner;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.util.Arrays;
import java.util.Objects;
import org.ecgdistill.distill.DistillationException;
import org.knime.core.data.DataColumnSpec;

/** Reads what a learner has written into the properties of its teacher columns, which a table from elsewhere may lack. */
final class TeacherProperties {

    static int count(final DataColumnSpec column, final String property) {
        int count = parsed(column, property, Integer.class);
        if (count < 1) {
            throw damaged(column, property);
        }
        return count;
    }

    static DistillationException damaged(final DataColumnSpec column, final String property) {
        return new DistillationException("The column \"" + column.getName()
                + "\" does not say of which models its numbers are (its property " + property
                + " is missing or damaged). Take the column as a learner of this extension has written it.");
    }

    static <T> T parsed(final DataColumnSpec column, final String property, final Class<T> type) {
        T value = null;
        try {
            value = new Gson().fromJson(column.getProperties().getProperty(property), type);
        } catch (JsonParseException | IllegalArgumentException ex) {
            // Said below, as for a property that is not there.
        }
        if (value == null
                || value instanceof Object[] many && Arrays.stream(many).anyMatch(Objects::isNull)) {
            throw damaged(column, property);
        }
        return value;
    }

    private TeacherProperties() {}
}
