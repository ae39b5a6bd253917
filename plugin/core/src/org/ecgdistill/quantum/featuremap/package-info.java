/** How the features of a row enter a circuit: one feature map is one small record that builds its gates. */
package org.ecgdistill.quantum.featuremap;
