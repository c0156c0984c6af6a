package org.postern.pipeline.contents;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** What makes a new file readable by its owner alone, where the file system knows of owners. */
final class OwnerOnly {
    private OwnerOnly() {}

    /** {@return the attributes for new files in this folder} */
    static FileAttribute<?>[] in(Path folder) {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }
}
