package org.ecgdistill.standin.ui;

import java.util.SortedSet;
import java.util.function.Function;
import org.knime.core.webui.page.Page;

/** The files beside a page; KNIME has no public way to list them. */
public final class PageFiles {

    private static volatile Function<Page, SortedSet<String>> access;

    private PageFiles() {}

    /** Called once by {@link Page} itself. */
    public static void register(Function<Page, SortedSet<String>> paths) {
        access = paths;
    }

    static SortedSet<String> of(Page page) {
        return access.apply(page);
    }
}
