package org.knime.filehandling.core.connections;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The kinds of file systems in KNIME. */
public enum FSCategory {
    LOCAL("Local File System"),
    RELATIVE("Relative to"),
    MOUNTPOINT("Mountpoint"),
    HUB_SPACE("Hub Space"),
    CUSTOM_URL("Custom/KNIME URL"),
    CONNECTED("");

    private final String m_label;

    FSCategory(String label) {
        m_label = label;
    }

    public String getLabel() {
        return m_label;
    }

    /** All but file systems from a port. */
    public static Set<FSCategory> getStandardFSCategories() {
        return Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(CONNECTED)));
    }

    /** All but file systems from a port and URLs. */
    public static Set<FSCategory> getStandardNonTrivialFSCategories() {
        return Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(CONNECTED, CUSTOM_URL)));
    }
}
