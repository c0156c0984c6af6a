package org.postern.content.attachment;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What can be said against a file by its name alone. */
final class Names {
    /** What Windows, macOS or a usual program runs, installs or mounts where it is opened. */
    static final Set<String> DANGEROUS = Set.of("ade", "adp", "apk", "app", "application", "appref-ms", "appx",
            "appxbundle", "bat", "chm", "cmd",
            "com", "command", "cpl", "desktop", "diagcab", "dll", "dmg", "exe", "gadget", "hlp", "hta", "img", "inf",
            "ins", "iqy", "iso", "isp", "jar",
            "jnlp", "js", "jse", "library-ms", "lnk", "mde", "mht", "mhtml", "msc", "msi", "msix", "msixbundle", "msp",
            "mst", "ocx", "one", "oqy", "pif",
            "pkg", "ps1", "ps1xml", "ps2", "psc1", "psm1", "py", "pyc", "pyw", "rdp", "reg", "rqy", "scf", "scr", "sct",
            "search-ms", "settingcontent-ms",
            "sh", "shb", "shs", "slk", "sys", "theme", "udl", "url", "vb", "vbe", "vbs", "vhd", "vhdx", "vxd", "wim",
            "ws", "wsc", "wsf", "wsh", "xbap",
            "xll");
    /** What a person opens without a thought, and so what stands before the true end of a name. */
    private static final Set<String> HARMLESS = Set.of("avi", "bmp", "csv", "doc", "docx", "gif", "htm", "html", "jpeg",
            "jpg", "mov", "mp3", "mp4", "odt",
            "pdf", "png", "ppt", "pptx", "rtf", "tif", "tiff", "txt", "xls", "xlsx", "xml", "zip");
    private static final int MANY_SPACES = 5;
    private static final Pattern LEADS_OUT = Pattern.compile("^[/\\\\]|^[A-Za-z]:|(^|[/\\\\])\\.\\.([/\\\\]|$)");

    private Names() {}

    static void check(String name, String path, Findings findings) {
        if (name.codePoints().anyMatch(Names::isHiding) || name.contains(" ".repeat(MANY_SPACES))) {
            findings.add(Suspicion.HIDING_NAME, path);
        }
        String last = extension(name, 0);
        if (DANGEROUS.contains(last)) {
            findings.add(Suspicion.DANGEROUS_NAME, path);
            if (HARMLESS.contains(extension(name, 1))) {
                findings.add(Suspicion.DOUBLE_EXTENSION, path);
            }
        }
    }

    static void checkInArchive(String name, String path, Findings findings) {
        if (LEADS_OUT.matcher(name).find()) {
            findings.add(Suspicion.NAME_LEADS_OUT, path);
        }
        check(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1), path, findings);
    }

    /** {@return the last extension, or one further in front, as Windows sees it: without dots and spaces at the end, nor what has no width} */
    static String extension(String name, int before) {
        StringBuilder visible = new StringBuilder();
        name.codePoints().filter(c -> !isHiding(c)).forEach(visible::appendCodePoint);
        String[] pieces = visible.toString().toLowerCase(Locale.ROOT).split("\\.", -1);
        int at = pieces.length - 1;
        while (at > 0 && pieces[at].isBlank()) {
            at--;
        }
        at -= before;
        return at > 0 ? pieces[at].strip() : "";
    }

    /** {@return whether the character shows nothing, or changes what others show} */
    static boolean isHiding(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || c == 0x2028 || c == 0x2029
                || c == 0x115F || c == 0x3164;
    }
}
