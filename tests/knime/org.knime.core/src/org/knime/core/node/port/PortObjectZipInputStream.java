package org.knime.core.node.port;

import java.io.InputStream;
import java.util.zip.ZipInputStream;

/** A zip stream for reading a port object. */
public class PortObjectZipInputStream extends ZipInputStream {

    PortObjectZipInputStream(InputStream inStream) {
        super(inStream);
    }
}
