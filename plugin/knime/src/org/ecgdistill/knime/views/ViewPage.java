package org.ecgdistill.knime.views;

import org.knime.core.webui.page.Page;
import org.knime.core.webui.page.Page.RequireFromFileOrString;

/** The pages of the views: files in the plugin's folder {@code views}, with what they share beside them. */
@SuppressWarnings("restriction") // a view's page has no public counterpart yet
final class ViewPage {

    private ViewPage() {}

    /** The page {@code NAME.html} with its script {@code NAME.js}. */
    static Page of(RequireFromFileOrString page, String name) {
        return page.fromFile()
                .bundleClass(ViewPage.class)
                .basePath("views")
                .relativeFilePath(name + ".html")
                .addResourceFile(name + ".js")
                .addResourceDirectory("shared")
                .addResourceDirectory("lib");
    }
}
