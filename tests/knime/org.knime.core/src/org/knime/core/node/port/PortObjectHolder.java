package org.knime.core.node.port;

/** A node model that keeps port objects beside its outputs, for a view that still works after the workflow is reopened. */
public interface PortObjectHolder {

    /** Asked after execution; null or null elements where there is nothing to keep. */
    PortObject[] getInternalPortObjects();

    /** Called when the executed node is loaded. */
    void setInternalPortObjects(PortObject[] portObjects);
}
