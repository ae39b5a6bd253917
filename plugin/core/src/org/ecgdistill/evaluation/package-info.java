/**
 * How good the predictions of models are, and how sure one can be of it. Here lives only what all parts share; see
 * {@code folds}, {@code metrics}, {@code curves}, {@code intervals}, {@code comparisons}, {@code calibration}, then
 * {@code study}, which puts them together for several models, and {@code report}, which writes them down. Nothing here
 * trains a model or knows where a table came from.
 */
package org.ecgdistill.evaluation;
