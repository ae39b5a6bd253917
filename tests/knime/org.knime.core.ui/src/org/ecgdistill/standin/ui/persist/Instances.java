package org.ecgdistill.standin.ui.persist;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import org.knime.node.parameters.NodeParametersInput;

/** Makes objects of classes that need not be visible. */
public final class Instances {

    private Instances() {}

    /** Calls the constructor without arguments. */
    public static <T> T of(Class<T> type) {
        try {
            return made(type.getDeclaredConstructor());
        } catch (NoSuchMethodException ex) {
            throw new IllegalArgumentException(type.getName() + " has no constructor without arguments.", ex);
        }
    }

    /** Calls the constructor that takes the inputs, or without it the one without arguments. */
    public static <T> T of(Class<T> type, NodeParametersInput input) {
        Constructor<T> constructor;
        try {
            constructor = type.getDeclaredConstructor(NodeParametersInput.class);
        } catch (NoSuchMethodException ex) {
            return of(type);
        }
        return made(constructor, input);
    }

    private static <T> T made(Constructor<T> constructor, Object... arguments) {
        var type = constructor.getDeclaringClass().getName();
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException ex) {
            throw new IllegalStateException("The constructor of " + type + " failed.", ex);
        } catch (ReflectiveOperationException ex) {
            throw new IllegalStateException(type + " cannot be instantiated.", ex);
        }
    }
}
