package org.postern.content.attachment;

import org.postern.content.Part;
import org.postern.content.PartInspector;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks into the files of one message while it is read: one for each message, and for one thread. Text to be read, without a name, is no file. What a
 * stranger wrote makes findings and never an exception; what looking costs is bounded for the message as a whole: 1,000 entries of archives, 100 MB or 200
 * times its size unpacked, 2 s. Holds 3 MB at most.
 */
public final class AttachmentInspection implements PartInspector {
    private static final Map<String, Archive> ARCHIVES = Map.of("application/zip", new Zip(), "application/x-tar",
            new Tar(),
            "application/x-gtar", new Tar(), "application/x-archive", new Ar(), "application/vnd.debian.binary-package",
            new Ar(), "application/x-cpio", new Cpio(),
            "application/gzip", new Gzip());
    private static final Set<String> OPAQUE = Set.of("application/x-7z-compressed", "application/x-rar-compressed",
            "application/vnd.rar",
            "application/x-bzip2", "application/x-bzip", "application/x-xz", "application/x-lzma", "application/zstd",
            "application/x-compress", "application/x-lzip",
            "application/x-ace-compressed", "application/x-arj", "application/x-lzh-compressed", "application/x-lha",
            "application/vnd.ms-cab-compressed",
            "application/x-stuffit", "application/x-stuffitx", "application/x-iso9660-image", "application/x-xar",
            "application/x-alz");
    private static final String OLE = "application/x-tika-msoffice";
    private static final String UNKNOWN = "application/octet-stream";
    private static final String ZIP = "application/zip";

    private final FileTypes types;
    private final Budget budget;
    private final Findings findings = new Findings();
    private final List<SeenFile> seen = new ArrayList<>();
    private Counted packed;
    private boolean spent;

    /** @param clock for the bound of time */
    public AttachmentInspection(FileTypes types, InstantSource clock) {
        this.types = types;
        this.budget = new Budget(clock);
        this.packed = new Counted(InputStream.nullInputStream(), budget, true);
    }

    /** {@return what was found, in the order in which it was; a few of each kind} */
    public List<Finding> findings() {
        return findings.all();
    }

    /** {@return the files that there are, those in archives as far as those are looked into} */
    public List<SeenFile> files() {
        return List.copyOf(seen);
    }

    @Override
    public void inspect(Part part, InputStream octets) throws IOException {
        if ((part.isText() && part.fileName().isEmpty()) || part.type().startsWith("multipart/")) {
            return;
        }
        String name = part.fileName().orElse("");
        Names.check(name, name, findings);
        if (spent) {
            seen.add(new SeenFile(name.isEmpty() ? part.type() : name, part.type(), ""));
            return;
        }
        packed = new Counted(octets, budget, true);
        try {
            look(name.isEmpty() ? part.type() : name, name, part.type(), packed, 0);
        } catch (Budget.SpentException e) {
            spent = true;
            findings.add(e.suspicion(), (name.isEmpty() ? part.type() : name) + ": " + e.getMessage());
        }
    }

    private void look(String path, String name, String declared, InputStream octets, int depth) throws IOException {
        byte[] head = octets.readNBytes(FileTypes.HEAD);
        if (head.length == 0) {
            seen.add(new SeenFile(path, declared, ""));
            return;
        }
        String type = types.of(head);
        seen.add(new SeenFile(path, declared, type));
        if (FileTypes.isProgram(type)) {
            findings.add(Suspicion.PROGRAM, path + ": " + type);
        }
        if (!types.fits(type, name, declared)) {
            findings.add(Suspicion.OTHER_TYPE, path + ": " + type);
        }
        InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), octets);
        Archive.Remarks remarks = (suspicion, evidence) -> findings.add(suspicion, path + ": " + evidence);
        if (types.isA(type, OLE)) {
            Ole.read(all, remarks);
        } else if (archive(type).isPresent()) {
            unpack(path, name, archive(type).get(), all, depth, remarks);
        } else if (OPAQUE.contains(type)) {
            findings.add(Suspicion.OPAQUE, path + ": " + type);
        }
    }

    private Optional<Archive> archive(String type) {
        return Optional.ofNullable(ARCHIVES.get(types.isA(type, ZIP) ? ZIP : type));
    }

    private void unpack(String path, String name, Archive archive, InputStream octets, int depth,
            Archive.Remarks remarks) throws IOException {
        if (depth == Budget.DEPTH) {
            findings.add(Suspicion.DEEP, path);
            return;
        }
        try {
            archive.read(new Octets(octets), (entry, unpacked) -> {
                budget.takeEntry();
                String inside = entry.isEmpty() ? withoutEnd(name) : entry;
                Names.checkInArchive(inside, path + '/' + inside, findings);
                if (isMacros(inside)) {
                    remarks.remark(Suspicion.MACROS, inside);
                }
                Counted counted = new Counted(unpacked, budget, false);
                look(path + '/' + inside, inside, UNKNOWN, counted, depth + 1);
                counted.transferTo(OutputStream.nullOutputStream());
            }, remarks);
        } catch (IOException e) {
            if (e instanceof Budget.SpentException || packed.isFailed()) {
                throw e;
            }
            findings.add(Suspicion.BROKEN, path + ": " + e.getMessage());
        }
    }

    private static String withoutEnd(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) + (name.regionMatches(true, dot, ".tgz", 0, 5) ? ".tar" : "") : name;
    }

    private static boolean isMacros(String entry) {
        String name = entry.toLowerCase(Locale.ROOT);
        return name.endsWith("vbaproject.bin") || (name.startsWith("basic/") && name.endsWith("script-lb.xml"));
    }
}
