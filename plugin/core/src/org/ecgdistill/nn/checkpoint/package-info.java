/**
 * Weights in files: PyTorch checkpoints (read without ever running or resolving what they name) and safetensors (read
 * and written). A checkpoint is names and numbers; which network they belong to is not known here.
 */
package org.ecgdistill.nn.checkpoint;
