package org.knime.node.parameters;

/** Fields that a parameters class inherits. */
class InheritedForms implements NodeParameters {

    int m_inherited = 1;
}
