package org.knime.core.webui;

import org.knime.core.webui.page.Page;

/** Something with a page in KNIME's user interface. */
public interface UIExtension {

    Page getPage();
}
