package org.ecgdistill.runner.engine;

import org.ecgdistill.runner.api.Engine;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Offers the engine to the launcher. */
public final class Activator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        context.registerService(Engine.class, new WorkflowEngine(), null);
    }

    @Override
    public void stop(BundleContext context) {
        // Equinox takes the service back by itself.
    }
}
