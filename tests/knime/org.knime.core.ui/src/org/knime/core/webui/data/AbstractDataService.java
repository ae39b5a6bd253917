package org.knime.core.webui.data;

import java.util.Optional;

/** Keeps what to do when the page closes. */
public abstract class AbstractDataService implements DataService {

    private final Runnable m_dispose;
    private final Runnable m_deactivate;

    AbstractDataService(AbstractDataServiceBuilder builder) {
        m_dispose = builder.m_disposeAction;
        m_deactivate = builder.m_deactivateAction;
    }

    /** Deactivates, then disposes. */
    @Override
    public Optional<Runnable> disposeRunnable() {
        if (m_dispose == null || m_deactivate == null) {
            return Optional.ofNullable(m_dispose == null ? m_deactivate : m_dispose);
        }
        return Optional.of(() -> {
            m_deactivate.run();
            m_dispose.run();
        });
    }

    @Override
    public Optional<Runnable> deactivateRunnable() {
        return Optional.ofNullable(m_deactivate);
    }

    /** Collects what to do when the page closes. */
    public abstract static class AbstractDataServiceBuilder implements DataServiceBuilder {

        private Runnable m_disposeAction;
        private Runnable m_deactivateAction;

        @Override
        public DataServiceBuilder onDispose(Runnable dispose) {
            m_disposeAction = dispose;
            return this;
        }

        @Override
        public DataServiceBuilder onDeactivate(Runnable deactivate) {
            m_deactivateAction = deactivate;
            return this;
        }
    }
}
