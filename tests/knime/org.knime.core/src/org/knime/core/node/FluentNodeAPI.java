package org.knime.core.node;

/** Marks what is built step by step from {@code create()}: nodes, models, views, ports. */
public interface FluentNodeAPI {}
