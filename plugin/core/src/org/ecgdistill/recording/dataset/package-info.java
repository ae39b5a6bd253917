/**
 * Collections of recordings: what records there are, who was recorded, what label and fold each has. Knows the MIT-BIH
 * Arrhythmia Database and PTB-XL, and plain folders of any format.
 *
 * <p>{@link org.ecgdistill.recording.dataset.Sources} finds out what a file or folder is and opens it;
 * {@link org.ecgdistill.recording.dataset.BatchReader} reads it record by record.
 */
package org.ecgdistill.recording.dataset;
