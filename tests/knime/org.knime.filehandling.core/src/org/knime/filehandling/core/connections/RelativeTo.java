package org.knime.filehandling.core.connections;

import java.util.stream.Stream;

/** What a relative place is relative to. */
public enum RelativeTo {
    SPACE("knime.space", "Current Hub Space"),
    MOUNTPOINT("knime.mountpoint", "Current mountpoint"),
    WORKFLOW("knime.workflow", "Current workflow"),
    WORKFLOW_DATA("knime.workflow.data", "Current workflow data area");

    private final String m_settingsValue;
    private final String m_label;

    RelativeTo(String settingsValue, String label) {
        m_settingsValue = settingsValue;
        m_label = label;
    }

    public static RelativeTo fromSettingsValue(String string) {
        return Stream.of(values())
                .filter(relativeTo -> relativeTo.m_settingsValue.equals(string))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("Unknown relative to option '" + string + "' encountered."));
    }

    public String getLabel() {
        return m_label;
    }

    public String getSettingsValue() {
        return m_settingsValue;
    }

    @Override
    public String toString() {
        return m_label;
    }
}
