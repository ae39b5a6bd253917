package org.knime.core.webui.data;

import java.util.Optional;

/** Answers questions of a page. */
public interface DataService {

    Optional<Runnable> disposeRunnable();

    Optional<Runnable> deactivateRunnable();

    /** Collects what to do when the page closes. */
    interface DataServiceBuilder {

        DataServiceBuilder onDispose(Runnable dispose);

        DataServiceBuilder onDeactivate(Runnable deactivate);
    }
}
