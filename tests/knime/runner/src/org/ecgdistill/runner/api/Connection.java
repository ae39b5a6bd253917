package org.ecgdistill.runner.api;

/** A line between two nodes of a workflow; ports count from 1, as in workflow.knime. */
public record Connection(int source, int sourcePort, int target, int targetPort) {}
