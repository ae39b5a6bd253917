package org.ecgdistill.model;

/** What the numbers at a network's output are. The names are stored in model files and never change. */
public enum OutputKind {
    /** Any numbers; a larger one makes its class more likely. */
    LOGITS,
    /** From 0 to 1. */
    PROBABILITIES
}
