package org.knime.core.data.filestore;

import java.io.IOException;
import org.knime.core.node.ExecutionContext;

/** Makes file stores. */
public abstract class FileStoreFactory {

    FileStoreFactory() {}

    public abstract FileStore createFileStore(String relativePath) throws IOException;

    /** No more file stores. */
    public abstract void close();

    public static FileStoreFactory createFileStoreFactory(ExecutionContext exec) {
        if (exec == null) {
            throw new UnsupportedOperationException("FileStoreFactory.createFileStoreFactory outside a workflow");
        }
        return createWorkflowFileStoreFactory(exec);
    }

    /** File stores of the node that the context belongs to. */
    public static FileStoreFactory createWorkflowFileStoreFactory(ExecutionContext exec) {
        return new FileStoreFactory() {

            private boolean isClosed;

            @Override
            public FileStore createFileStore(String relativePath) throws IOException {
                if (isClosed) {
                    throw new IOException("The file store factory is closed.");
                }
                return exec.createFileStore(relativePath);
            }

            @Override
            public void close() {
                isClosed = true;
            }
        };
    }
}
