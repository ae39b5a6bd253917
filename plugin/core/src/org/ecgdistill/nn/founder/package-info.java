/**
 * How ECGFounder's network is made to tell an analyst's classes apart: from its released weights or from a random start,
 * the head alone or the whole network, under one cross-validation. The network itself and the training loop are next
 * door.
 */
package org.ecgdistill.nn.founder;
