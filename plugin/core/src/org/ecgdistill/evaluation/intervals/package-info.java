/**
 * How far a figure could lie from what another sample of patients would give: intervals for shares (Wilson) and the
 * bootstrap over subjects, which keeps all rows of a person together because they resemble each other.
 */
package org.ecgdistill.evaluation.intervals;
