package org.postern.mail;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** What makes a new file or folder readable by its owner alone, where the file system knows of owners. */
public final class OwnerOnly {
    private OwnerOnly() {}

    /** {@return the attributes of a new file in this file system} */
    public static FileAttribute<?>[] file(Path near) {
        return attributes(near, "rw-------");
    }

    /** {@return the attributes of a new folder in this file system} */
    public static FileAttribute<?>[] folder(Path near) {
        return attributes(near, "rwx------");
    }

    private static FileAttribute<?>[] attributes(Path near, String permissions) {
        boolean posix = near.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }
}
