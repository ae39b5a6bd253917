package org.ecgdistill.runner.api;

import java.util.ArrayList;
import java.util.List;

/** Asks a run to stop. Once asked it stays asked. */
public final class Cancellation {
    private final List<Runnable> actions = new ArrayList<>();
    private boolean requested;

    /** Stops every run that holds this. */
    public void cancel() {
        List<Runnable> due;
        synchronized (this) {
            requested = true;
            due = List.copyOf(actions);
            actions.clear();
        }
        due.forEach(Runnable::run);
    }

    public synchronized boolean isRequested() {
        return requested;
    }

    /** Runs the action on cancel, at once if that has happened already. */
    public void onCancel(Runnable action) {
        synchronized (this) {
            if (!requested) {
                actions.add(action);
                return;
            }
        }
        action.run();
    }
}
