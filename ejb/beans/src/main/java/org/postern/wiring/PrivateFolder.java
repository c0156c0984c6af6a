package org.postern.wiring;

import org.postern.mail.OwnerOnly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Sees to it that nobody but its owner looks into the data folder, where keys and mail lie, whoever has made it and with whatever permissions. */
final class PrivateFolder {
    private static final Set<PosixFilePermission> OF_STRANGERS = EnumSet.of(PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE);

    private PrivateFolder() {}

    /** Makes it, or closes it to all but its owner and whom its owner has let in by a group; where that cannot be done, the log says so. */
    static void keep(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder.getParent());
                Files.createDirectory(folder, OwnerOnly.folder(folder));
            }
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                close(folder);
            }
        } catch (IOException e) {
            WiringLog.LOG.folderNotKept(folder.toString(), e.toString());
        }
    }

    private static void close(Path folder) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
        if (permissions.stream().anyMatch(OF_STRANGERS::contains)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            WiringLog.LOG.folderClosed(folder.toString());
        }
    }
}
