package org.ecgdistill.recording.dataset;

/** What a file or folder of recordings is. */
public enum SourceKind {
    /** Records of PhysioNet's WFDB software. */
    WFDB,
    /** The MIT-BIH Arrhythmia Database. */
    MIT_BIH,
    PTB_XL,
    /** EDF and EDF+. */
    EDF,
    CSV
}
