package org.postern.content.preview;

import org.postern.content.Part;
import org.postern.content.PartInspector;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** Gathers the texts of a message, or its HTML, part by part: more than is judged, and as much as a person may want to read. */
public final class LongText implements PartInspector {
    /** Characters of all texts together. */
    public static final int MOST = 500_000;
    private static final int CHUNK = 8192;

    private final boolean html;
    private final List<String> texts = new ArrayList<>();
    private int left = MOST;
    private boolean cut;

    /** @param html whether HTML is wanted, and not plain text */
    public LongText(boolean html) {
        this.html = html;
    }

    @Override
    public void inspect(Part part, InputStream octets) throws IOException {
        if (!part.isText() || part.isHtml() != html) {
            return;
        }
        StringBuilder text = new StringBuilder();
        Reader characters = part.reader(octets);
        char[] chunk = new char[CHUNK];
        int read = characters.read(chunk);
        while (read > 0 && left > 0) {
            text.append(chunk, 0, Math.min(read, left));
            cut |= read > left;
            left -= Math.min(read, left);
            read = characters.read(chunk);
        }
        cut |= read > 0;
        if (!text.toString().isBlank()) {
            texts.add(text.toString());
        }
    }

    /** {@return what was found, in its order} */
    public List<String> texts() {
        return List.copyOf(texts);
    }

    /** {@return whether there is more} */
    public boolean isCut() {
        return cut;
    }
}
