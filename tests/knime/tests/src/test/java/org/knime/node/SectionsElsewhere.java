package org.knime.node;

import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Section;

/** Sections that several parameters classes share. */
interface SectionsElsewhere {

    @Section(title = "One")
    interface One {}

    @Section(title = "Two")
    @After(One.class)
    interface Two {}
}
