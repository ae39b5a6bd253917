package org.knime.core.node;

import java.util.Locale;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A node's log: the platform's own. */
public final class NodeLogger {

    private final Logger logger;

    private NodeLogger(final String name) {
        logger = Logger.getLogger(name);
    }

    public static NodeLogger getLogger(final Class<?> c) {
        return getLogger(c.getName());
    }

    public static NodeLogger getLogger(final String s) {
        return new NodeLogger(s);
    }

    public void debug(final Object o) {
        log(Level.FINE, o, null);
    }

    public void debug(final Object o, final Throwable t) {
        log(Level.FINE, o, t);
    }

    public void debug(final Supplier<Object> supplier) {
        if (isDebugEnabled()) {
            debug(supplier.get());
        }
    }

    public void debugWithFormat(final String format, final Object... args) {
        debug(String.format(Locale.US, format, args));
    }

    public void info(final Object o) {
        log(Level.INFO, o, null);
    }

    public void info(final Object o, final Throwable t) {
        log(Level.INFO, o, t);
    }

    public void infoWithFormat(final String format, final Object... args) {
        info(String.format(Locale.US, format, args));
    }

    public void warn(final Object o) {
        log(Level.WARNING, o, null);
    }

    public void warn(final Object o, final Throwable t) {
        log(Level.WARNING, o, t);
    }

    public void warnWithFormat(final String format, final Object... args) {
        warn(String.format(Locale.US, format, args));
    }

    public void error(final Object o) {
        log(Level.SEVERE, o, null);
    }

    public void error(final Object o, final Throwable t) {
        log(Level.SEVERE, o, t);
    }

    public void errorWithFormat(final String format, final Object... args) {
        error(String.format(Locale.US, format, args));
    }

    /** A mistake of the node's programmer. */
    public void coding(final Object o) {
        log(Level.SEVERE, "CODING PROBLEM\t" + o, null);
    }

    public void coding(final Object o, final Throwable t) {
        log(Level.SEVERE, "CODING PROBLEM\t" + o, t);
    }

    public boolean isDebugEnabled() {
        return logger.isLoggable(Level.FINE);
    }

    private void log(final Level level, final Object message, final Throwable cause) {
        logger.log(level, String.valueOf(message), cause);
    }
}
