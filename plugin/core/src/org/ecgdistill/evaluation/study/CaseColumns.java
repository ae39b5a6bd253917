package org.ecgdistill.evaluation.study;

import java.util.Optional;

/** Where labels, folds and subjects come from, by the names a reader knows. */
public record CaseColumns(String label, Optional<String> fold, Optional<String> subject) {}
