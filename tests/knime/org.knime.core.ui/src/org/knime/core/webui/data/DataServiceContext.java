package org.knime.core.webui.data;

import java.util.ArrayList;
import java.util.List;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObjectSpec;

/** What belongs to the question that is being answered on this thread. */
public final class DataServiceContext {

    private static final ThreadLocal<DataServiceContext> CURRENT = ThreadLocal.withInitial(DataServiceContext::new);

    private final List<String> m_warnings = new ArrayList<>();

    private DataServiceContext() {}

    public static DataServiceContext get() {
        return CURRENT.get();
    }

    /** Forgets everything, before and after a question is answered. */
    static void remove() {
        CURRENT.remove();
    }

    public synchronized void addWarningMessage(String warningMessage) {
        m_warnings.add(warningMessage);
    }

    public synchronized String[] getWarningMessages() {
        return m_warnings.toArray(String[]::new);
    }

    public synchronized void clearWarningMessages() {
        m_warnings.clear();
    }

    public synchronized ExecutionContext getExecutionContext() {
        throw new UnsupportedOperationException("DataServiceContext.getExecutionContext");
    }

    public PortObjectSpec[] getInputSpecs() {
        throw new UnsupportedOperationException("DataServiceContext.getInputSpecs");
    }
}
