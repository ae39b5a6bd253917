/** What exceptions with a message for the user have in common. */
package org.knime.core.internal;
