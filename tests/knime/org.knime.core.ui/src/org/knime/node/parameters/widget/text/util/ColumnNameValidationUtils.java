package org.knime.node.parameters.widget.text.util;

import java.util.function.Function;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** Checks of a column's name. */
public final class ColumnNameValidationUtils {

    private static final String COLUMN_NAME = "\\S(.*\\S)?";

    private ColumnNameValidationUtils() {}

    public static void validatePossiblyEmptyColumnName(
            String columnName, Function<InvalidColumnNameState, String> invalidStateToMessage)
            throws InvalidSettingsException {
        if (columnName == null || columnName.isEmpty()) {
            return;
        }
        if (columnName.isBlank()) {
            throw new InvalidSettingsException(invalidStateToMessage.apply(InvalidColumnNameState.BLANK));
        }
        if (!columnName.equals(columnName.trim())) {
            throw new InvalidSettingsException(invalidStateToMessage.apply(InvalidColumnNameState.NOT_TRIMMED));
        }
    }

    public static void validateColumnName(
            String columnName, Function<InvalidColumnNameState, String> invalidStateToMessage)
            throws InvalidSettingsException {
        if (columnName == null || columnName.isEmpty()) {
            throw new InvalidSettingsException(invalidStateToMessage.apply(InvalidColumnNameState.EMPTY));
        }
        validatePossiblyEmptyColumnName(columnName, invalidStateToMessage);
    }

    /** What may be wrong. */
    public enum InvalidColumnNameState {
        EMPTY,
        BLANK,
        NOT_TRIMMED
    }

    /** Empty, or no white space at either end. */
    public static final class EmptyOrColumnNameValidation extends PatternValidation {
        @Override
        public String getPattern() {
            return "(" + COLUMN_NAME + ")?";
        }

        @Override
        public String getErrorMessage() {
            return "The string must either be empty or start and end with a non-whitespace character.";
        }
    }

    /** No white space at either end. */
    public static final class ColumnNameValidation extends PatternValidation {
        @Override
        public String getPattern() {
            return COLUMN_NAME;
        }

        @Override
        public String getErrorMessage() {
            return "The string must start and end with a non-whitespace character.";
        }
    }
}
