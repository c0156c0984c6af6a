package org.postern.content.attachment;

import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.parser.ParseContext;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What a file is by its first octets. Nothing is parsed. Safe for many threads; takes some 10 MB once. */
public final class FileTypes {
    /** Octets that are looked at. */
    static final int HEAD = 8192;
    private static final Set<String> PROGRAMS = Set.of("application/x-dosexec", "application/x-msdownload",
            "application/x-executable",
            "application/x-sharedlib", "application/x-elf", "application/x-object", "application/x-mach-o",
            "application/x-mach-o-executable",
            "application/x-ms-installer", "application/x-msi", "application/x-ms-shortcut", "application/java-vm",
            "application/x-sh",
            "application/x-bat", "application/x-msdos-program", "application/vnd.microsoft.portable-executable",
            "application/x-dex",
            "application/x-chm", "application/vnd.ms-htmlhelp", "application/x-coredump");
    private static final int MARKUP = 512;

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();
    private final MediaTypeRegistry registry = types.getMediaTypeRegistry();

    /** {@return the type, {@code application/octet-stream} where nothing is known} */
    String of(byte[] head) {
        if (isMarkup(head)) {
            return markup(head);
        }
        try (TikaInputStream octets = TikaInputStream.get(head)) {
            return types.detect(octets, new Metadata(), new ParseContext()).getBaseType().toString();
        } catch (IOException | RuntimeException _) {
            return MediaType.OCTET_STREAM.toString();
        }
    }

    /** Kept from the library: it would give a stranger's octets to an XML parser. */
    private static boolean isMarkup(byte[] head) {
        for (byte octet : head) {
            boolean mark = octet == (byte) 0xEF || octet == (byte) 0xBB || octet == (byte) 0xBF || octet == (byte) 0xFE
                    || octet == (byte) 0xFF;
            if (octet != 0 && octet != ' ' && octet != '\t' && octet != '\r' && octet != '\n' && !mark) {
                return octet == '<';
            }
        }
        return false;
    }

    private static String markup(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, MARKUP), StandardCharsets.ISO_8859_1).replace("\0", "")
                .toLowerCase(Locale.ROOT);
        if (start.contains("<svg")) {
            return "image/svg+xml";
        }
        return start.contains("<?xml") && !start.contains("<html") ? "application/xml" : "text/html";
    }

    /** {@return whether a type is another, or a special kind of it} */
    boolean isA(String type, String other) {
        MediaType one = MediaType.parse(type);
        return type.equals(other) || (one != null && registry.isInstanceOf(one, MediaType.parse(other)));
    }

    static boolean isProgram(String type) {
        return PROGRAMS.contains(type) || type.startsWith("application/x-elf") || type.startsWith("application/x-mach");
    }

    /** {@return whether octets of one type can rightly have such a name or, where that says nothing, such a declared type} What says nothing fits all. */
    boolean fits(String type, String name, String declared) {
        MediaType found = MediaType.parse(type);
        MediaType byName = named("x." + Names.extension(name, 0));
        MediaType named = isVague(byName) ? MediaType.parse(declared) : byName;
        return isVague(found) || isVague(named) || (isText(found) && isText(named))
                || registry.isInstanceOf(named, found)
                || registry.isInstanceOf(found, named) || family(found).equals(family(named));
    }

    private MediaType named(String name) {
        Metadata named = new Metadata();
        named.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try {
            return types.detect(null, named, new ParseContext());
        } catch (IOException _) {
            return MediaType.OCTET_STREAM;
        }
    }

    private static boolean isVague(MediaType type) {
        return type == null || type.equals(MediaType.OCTET_STREAM) || type.equals(MediaType.EMPTY);
    }

    private boolean isText(MediaType type) {
        return registry.isInstanceOf(type, MediaType.TEXT_PLAIN)
                || registry.isInstanceOf(type, MediaType.APPLICATION_XML);
    }

    /** Pictures, sound and video differ in ways that nobody is harmed by. */
    private static String family(MediaType type) {
        return Arrays.asList("image", "audio", "video").contains(type.getType()) ? "media" : type.toString();
    }
}
