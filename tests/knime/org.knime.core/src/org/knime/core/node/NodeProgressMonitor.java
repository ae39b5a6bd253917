package org.knime.core.node;

import java.util.function.Supplier;

/** Where a node says how far it is and hears that it is cancelled. */
public interface NodeProgressMonitor {

    void checkCanceled() throws CanceledExecutionException;

    /** @param progress between 0 and 1 */
    void setProgress(double progress);

    /** @return null while the node has not said how far it is */
    Double getProgress();

    void setProgress(double progress, String message);

    default void setProgress(double progress, Supplier<String> messageSupplier) {
        setProgress(progress, messageSupplier.get());
    }

    void setMessage(String message);

    default void setMessage(Supplier<String> messageSupplier) {
        setMessage(messageSupplier.get());
    }

    void setProgress(String message);

    String getMessage();

    void setExecuteCanceled();

    void reset();
}
