/**
 * What a test or a program outside the platform says to the runner and gets back: a workflow to run, its tables as plain
 * columns, each node's state. Plain JDK types only, because both sides of the OSGi border share these classes. Nothing
 * here runs anything.
 */
package org.ecgdistill.runner.api;
