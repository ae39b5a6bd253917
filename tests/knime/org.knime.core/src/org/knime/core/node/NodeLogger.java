package org.knime.core.node;

import java.util.Locale;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A node's log: the platform's own. */
public final class NodeLogger {

    private final Logger logger;

    private NodeLogger(String name) {
        logger = Logger.getLogger(name);
    }

    public static NodeLogger getLogger(Class<?> c) {
        return getLogger(c.getName());
    }

    public static NodeLogger getLogger(String s) {
        return new NodeLogger(s);
    }

    public void debug(Object o) {
        log(Level.FINE, o, null);
    }

    public void debug(Object o, Throwable t) {
        log(Level.FINE, o, t);
    }

    public void debug(Supplier<Object> supplier) {
        if (isDebugEnabled()) {
            debug(supplier.get());
        }
    }

    public void debugWithFormat(String format, Object... args) {
        debug(String.format(Locale.US, format, args));
    }

    public void info(Object o) {
        log(Level.INFO, o, null);
    }

    public void info(Object o, Throwable t) {
        log(Level.INFO, o, t);
    }

    public void infoWithFormat(String format, Object... args) {
        info(String.format(Locale.US, format, args));
    }

    public void warn(Object o) {
        log(Level.WARNING, o, null);
    }

    public void warn(Object o, Throwable t) {
        log(Level.WARNING, o, t);
    }

    public void warnWithFormat(String format, Object... args) {
        warn(String.format(Locale.US, format, args));
    }

    public void error(Object o) {
        log(Level.SEVERE, o, null);
    }

    public void error(Object o, Throwable t) {
        log(Level.SEVERE, o, t);
    }

    public void errorWithFormat(String format, Object... args) {
        error(String.format(Locale.US, format, args));
    }

    /** A mistake of the node's programmer. */
    public void coding(Object o) {
        log(Level.SEVERE, "CODING PROBLEM\t" + o, null);
    }

    public void coding(Object o, Throwable t) {
        log(Level.SEVERE, "CODING PROBLEM\t" + o, t);
    }

    public boolean isDebugEnabled() {
        return logger.isLoggable(Level.FINE);
    }

    private void log(Level level, Object message, Throwable cause) {
        logger.log(level, String.valueOf(message), cause);
    }
}
