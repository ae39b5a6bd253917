/**
 * Plays KNIME: loads a workflow in KNIME's own form, configures and executes its nodes, writes what came out. Lives inside
 * the platform and talks to the world through {@link org.ecgdistill.runner.api}. How tables, ports and settings look on
 * disk is the stand-in's business; nothing here knows a particular node.
 */
package org.ecgdistill.runner.engine;
