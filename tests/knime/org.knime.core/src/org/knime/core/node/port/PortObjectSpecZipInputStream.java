package org.knime.core.node.port;

import java.io.InputStream;
import java.util.zip.ZipInputStream;

/** A zip stream for reading a port object spec. */
public class PortObjectSpecZipInputStream extends ZipInputStream {

    PortObjectSpecZipInputStream(InputStream inStream) {
        super(inStream);
    }
}
