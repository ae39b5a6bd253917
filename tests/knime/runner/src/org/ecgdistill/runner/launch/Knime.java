package org.ecgdistill.runner.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.ecgdistill.runner.api.Engine;
import org.ecgdistill.runner.api.NodeInfo;
import org.ecgdistill.runner.api.RunnerException;
import org.ecgdistill.runner.api.Workflow;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * A running platform: Equinox with the stand-in for KNIME, the built extension and the engine. There is one per JVM,
 * because only one class loader of a JVM may load PyTorch's native library.
 */
public final class Knime implements AutoCloseable {
    private static final String API = Engine.class.getPackageName();
    private static final String LOGGER_VERBOSITY = "slf4j.internal.verbosity";
    private static Knime running;

    private final List<Runnable> beforeStop = new ArrayList<>();
    private final Path folder;
    private final Framework framework;
    private final Engine engine;

    private Knime(Installation installation) {
        // PyTorch's Java side would say in three lines that nobody has configured its logger.
        if (System.getProperty(LOGGER_VERBOSITY) == null) {
            System.setProperty(LOGGER_VERBOSITY, "ERROR");
        }
        try {
            folder = Files.createTempDirectory("ecgdistill-runner");
        } catch (IOException ex) {
            throw new RunnerException("No temporary folder could be made: " + ex.getMessage(), ex);
        }
        try {
            framework = newFramework();
            framework.start();
            install(installation.bundles());
            start("org.eclipse.equinox.registry");
            start("org.ecgdistill.runner");
            engine = service();
        } catch (BundleException ex) {
            Bundles.delete(folder);
            throw new RunnerException("Equinox could not be started: " + ex.getMessage(), ex);
        }
    }

    /** The platform of this JVM, started with what the build has made if it is not running yet. */
    public static synchronized Knime get() {
        return running == null ? start(Installation.ofBuild()) : running;
    }

    /** Starts the platform of this JVM. */
    public static synchronized Knime start(Installation installation) {
        if (running != null) {
            throw new RunnerException("The platform is running already; there can be only one per JVM.");
        }
        running = new Knime(installation);
        Runtime.getRuntime().addShutdownHook(new Thread(running::shutDown, "runner-shutdown"));
        return running;
    }

    /** Opens a workflow folder or a .knwf file. */
    public Workflow open(Path source) {
        return new Workflow(engine, source);
    }

    /** A new workflow to be put together. */
    public Workflow workflow() {
        return new Workflow(engine, null);
    }

    /** The class names of all node factories that the plug-ins declare. */
    public List<String> factories() {
        return engine.factories();
    }

    /** What a node says of itself. */
    public NodeInfo describe(String factory) {
        return engine.describe(factory);
    }

    /** All installed bundles, for tests that look at the platform itself. */
    public List<Bundle> bundles() {
        return List.of(framework.getBundleContext().getBundles());
    }

    /** Installs further bundles, jars or folders. */
    public void install(List<Path> bundles) {
        var context = framework.getBundleContext();
        for (var bundle : bundles) {
            var place = Bundles.installed(bundle, folder.resolve("plugins"));
            try {
                context.installBundle("reference:" + place.toUri());
            } catch (BundleException ex) {
                throw new RunnerException("The bundle " + bundle + " could not be installed: " + ex.getMessage(), ex);
            }
        }
        // Extensions are those of resolved bundles, so all that can be is resolved now.
        framework.adapt(FrameworkWiring.class).resolveBundles(null);
    }

    /** Has something done before the platform stops with its JVM, also on Ctrl-C. */
    public synchronized void beforeStop(Runnable action) {
        beforeStop.add(action);
    }

    private void shutDown() {
        List<Runnable> actions;
        synchronized (this) {
            actions = List.copyOf(beforeStop);
        }
        try {
            actions.forEach(Runnable::run);
        } finally {
            close();
        }
    }

    private Framework newFramework() {
        var settings = Map.of(
                Constants.FRAMEWORK_STORAGE,
                folder.resolve("equinox").toString(),
                Constants.FRAMEWORK_STORAGE_CLEAN,
                Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT,
                "osgi.instance.area",
                folder.resolve("workspace").toUri().toString(),
                "osgi.framework.useSystemProperties",
                "false",
                // As in an Eclipse product: packages of the JDK need no import, nothing else leaks in.
                "osgi.compatibility.bootdelegation",
                "true",
                Constants.FRAMEWORK_BUNDLE_PARENT,
                Constants.FRAMEWORK_BUNDLE_PARENT_EXT,
                // The classes that both sides talk with exist once, on this side.
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                API);
        return ServiceLoader.load(FrameworkFactory.class, Framework.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new RunnerException("Equinox (org.eclipse.osgi.jar) is not on the class path."))
                .newFramework(settings);
    }

    private void start(String name) throws BundleException {
        for (var bundle : bundles()) {
            if (name.equals(bundle.getSymbolicName())) {
                bundle.start();
            }
        }
    }

    private Engine service() {
        var context = framework.getBundleContext();
        ServiceReference<Engine> reference = context.getServiceReference(Engine.class);
        if (reference == null) {
            throw new RunnerException("The runner's bundle offers no engine; its jar and the platform do not match.");
        }
        return context.getService(reference);
    }

    /** Stops the platform and deletes its files. */
    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(5000);
        } catch (BundleException ex) {
            throw new RunnerException("Equinox could not be stopped: " + ex.getMessage(), ex);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        } finally {
            Bundles.delete(folder);
        }
    }
}
