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
    private static final Set<PosixFilePermission> OF_OWNER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OF_STRANGERS = EnumSet.of(PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE);

    private PrivateFolder() {}

    /** Makes it, or closes it to others; where it belongs to somebody else and is open to everybody, the log says so. */
    static void keep(Path folder) {
        try {
            Files.createDirectories(folder, OwnerOnly.folder(folder));
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")
                    && !OF_OWNER.containsAll(Files.getPosixFilePermissions(folder))) {
                close(folder);
            }
        } catch (IOException e) {
            WiringLog.LOG.folderNotKept(folder.toString(), e.toString());
        }
    }

    private static void close(Path folder) throws IOException {
        try {
            Files.setPosixFilePermissions(folder, OF_OWNER);
            WiringLog.LOG.folderClosed(folder.toString());
        } catch (IOException ofSomebodyElse) {
            // members of its group may look into it: whoever has made it for them, in a container, wanted that
            if (Files.getPosixFilePermissions(folder).stream().anyMatch(OF_STRANGERS::contains)) {
                throw ofSomebodyElse;
            }
        }
    }
}
