package org.postern.content.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Compound files, as older documents and installers are: what their directory names, found wherever it lies by the form of its entries (MS-CFB 2.6.1):
 * 128 octets, the name in UTF-16, its length in octets at the 65th. Holds 8 KB.
 */
final class Ole {
    private static final int ENTRY = 128;
    private static final int LENGTH_AT = 64;
    private static final int BLOCKS = 64;
    private static final Map<String, Suspicion> TELLING = telling();

    private Ole() {}

    private static Map<String, Suspicion> telling() {
        Map<String, Suspicion> telling = new LinkedHashMap<>();
        telling.put("_VBA_PROJECT", Suspicion.MACROS);
        telling.put("_VBA_PROJECT_CUR", Suspicion.MACROS);
        telling.put("EncryptedPackage", Suspicion.ENCRYPTED);
        telling.put("\u0001Ole10Native", Suspicion.EMBEDDED_FILE);
        return telling;
    }

    static void read(InputStream octets, Archive.Remarks remarks) throws IOException {
        byte[] block = new byte[ENTRY * BLOCKS];
        int read = octets.readNBytes(block, 0, block.length);
        while (read > 0) {
            for (int at = 0; at + ENTRY <= read; at += ENTRY) {
                int length = (block[at + LENGTH_AT] & 0xff) | ((block[at + LENGTH_AT + 1] & 0xff) << 8);
                if (length > 2 && length <= LENGTH_AT && block[at + 1] == 0) {
                    String name = new String(block, at, length - 2, StandardCharsets.UTF_16LE);
                    Suspicion suspicion = TELLING.get(name);
                    if (suspicion != null) {
                        remarks.remark(suspicion, name.strip());
                    }
                }
            }
            read = octets.readNBytes(block, 0, block.length);
        }
    }
}
