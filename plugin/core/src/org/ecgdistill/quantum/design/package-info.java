/** A circuit's recipe: feature map, ansatz and their settings by name, as a user chooses them and a model file keeps them. */
package org.ecgdistill.quantum.design;
