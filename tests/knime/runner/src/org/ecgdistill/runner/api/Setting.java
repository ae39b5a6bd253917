package org.ecgdistill.runner.api;

/**
 * A parameter that a node gets instead of what is stored or its default.
 *
 * @param path the parameter's place in the settings, for example {@code rows} or {@code noise/level}
 * @param value a number, a text, a truth value, an enum constant, a {@link java.nio.file.Path} for a file, a list, or
 *     {@code null} for "nothing"; texts are read as the parameter's own type
 */
public record Setting(String path, Object value) {}
