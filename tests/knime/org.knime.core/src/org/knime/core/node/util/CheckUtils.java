package org.knime.core.node.util;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.knime.core.node.InvalidSettingsException;

/** Preconditions with messages. Templates are {@link String#format(Locale, String, Object...)} templates. */
public final class CheckUtils {

    public static <T> T checkArgumentNotNull(final T toCheck) throws IllegalArgumentException {
        return checkArgumentNotNull(toCheck, "Argument must not be null");
    }

    public static <T> T checkArgumentNotNull(final T toCheck, final String template, final Object... templateArgs)
            throws IllegalArgumentException {
        check(toCheck != null, IllegalArgumentException::new, template, templateArgs);
        return toCheck;
    }

    public static void checkArgument(final boolean predicate, final String message) throws IllegalArgumentException {
        check(predicate, IllegalArgumentException::new, () -> message);
    }

    public static void checkArgument(final boolean predicate, final String template, final Object... templateArgs)
            throws IllegalArgumentException {
        check(predicate, IllegalArgumentException::new, template, templateArgs);
    }

    public static void checkState(final boolean predicate, final String message) throws IllegalStateException {
        check(predicate, IllegalStateException::new, () -> message);
    }

    public static void checkState(final boolean predicate, final String template, final Object... templateArgs)
            throws IllegalStateException {
        check(predicate, IllegalStateException::new, template, templateArgs);
    }

    public static <T> T checkNotNull(final T toCheck) throws NullPointerException {
        return checkNotNull(toCheck, "");
    }

    public static <T> T checkNotNull(final T toCheck, final String message) throws NullPointerException {
        check(toCheck != null, NullPointerException::new, () -> message);
        return toCheck;
    }

    public static <T> T checkNotNull(final T toCheck, final String template, final Object... templateArgs)
            throws NullPointerException {
        check(toCheck != null, NullPointerException::new, template, templateArgs);
        return toCheck;
    }

    public static void checkSetting(final boolean predicate, final String template, final Object... templateArgs)
            throws InvalidSettingsException {
        check(predicate, InvalidSettingsException::new, template, templateArgs);
    }

    public static <T> T checkSettingNotNull(final T toCheck, final String template, final Object... templateArgs)
            throws InvalidSettingsException {
        check(toCheck != null, InvalidSettingsException::new, template, templateArgs);
        return toCheck;
    }

    public static <T extends Throwable> void check(
            final boolean predicate, final Function<String, T> toThrowable, final Supplier<String> exceptionMessage)
            throws T {
        if (!predicate) {
            throw toThrowable.apply(exceptionMessage.get());
        }
    }

    public static <T extends Throwable> void check(
            final boolean predicate,
            final Function<String, T> toThrowable,
            final String template,
            final Object... templateArgs)
            throws T {
        if (!predicate) {
            throw toThrowable.apply(String.format(Locale.US, Objects.requireNonNull(template), templateArgs));
        }
    }

    private CheckUtils() {}
}
