/** Small things that everybody uses: versions, escapes, a duplicate key. */
package org.knime.core.util;
