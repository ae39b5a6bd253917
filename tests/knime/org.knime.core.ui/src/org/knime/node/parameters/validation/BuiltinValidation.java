package org.knime.node.parameters.validation;

/** A check that the dialog makes while the analyst types. The node's own checks are {@code NodeParameters.validate}. */
public interface BuiltinValidation {

    String getErrorMessage();

    Object getParameters();
}
