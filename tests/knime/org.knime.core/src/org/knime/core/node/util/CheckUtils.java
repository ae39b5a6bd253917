package org.knime.core.node.util;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.knime.core.node.InvalidSettingsException;

/** Preconditions with messages. Templates are {@link String#format(Locale, String, Object...)} templates. */
public final class CheckUtils {

    private CheckUtils() {}

    public static <T> T checkArgumentNotNull(T toCheck) throws IllegalArgumentException {
        return checkArgumentNotNull(toCheck, "Argument must not be null");
    }

    public static <T> T checkArgumentNotNull(T toCheck, String template, Object... templateArgs)
            throws IllegalArgumentException {
        check(toCheck != null, IllegalArgumentException::new, template, templateArgs);
        return toCheck;
    }

    public static void checkArgument(boolean predicate, String message) throws IllegalArgumentException {
        check(predicate, IllegalArgumentException::new, () -> message);
    }

    public static void checkArgument(boolean predicate, String template, Object... templateArgs)
            throws IllegalArgumentException {
        check(predicate, IllegalArgumentException::new, template, templateArgs);
    }

    public static void checkState(boolean predicate, String message) throws IllegalStateException {
        check(predicate, IllegalStateException::new, () -> message);
    }

    public static void checkState(boolean predicate, String template, Object... templateArgs)
            throws IllegalStateException {
        check(predicate, IllegalStateException::new, template, templateArgs);
    }

    public static <T> T checkNotNull(T toCheck) throws NullPointerException {
        return checkNotNull(toCheck, "");
    }

    public static <T> T checkNotNull(T toCheck, String message) throws NullPointerException {
        check(toCheck != null, NullPointerException::new, () -> message);
        return toCheck;
    }

    public static <T> T checkNotNull(T toCheck, String template, Object... templateArgs) throws NullPointerException {
        check(toCheck != null, NullPointerException::new, template, templateArgs);
        return toCheck;
    }

    public static void checkSetting(boolean predicate, String template, Object... templateArgs)
            throws InvalidSettingsException {
        check(predicate, InvalidSettingsException::new, template, templateArgs);
    }

    public static <T> T checkSettingNotNull(T toCheck, String template, Object... templateArgs)
            throws InvalidSettingsException {
        check(toCheck != null, InvalidSettingsException::new, template, templateArgs);
        return toCheck;
    }

    public static <T extends Throwable> void check(
            boolean predicate, Function<String, T> toThrowable, Supplier<String> exceptionMessage) throws T {
        if (!predicate) {
            throw toThrowable.apply(exceptionMessage.get());
        }
    }

    public static <T extends Throwable> void check(
            boolean predicate, Function<String, T> toThrowable, String template, Object... templateArgs) throws T {
        if (!predicate) {
            throw toThrowable.apply(String.format(Locale.US, Objects.requireNonNull(template), templateArgs));
        }
    }
}
