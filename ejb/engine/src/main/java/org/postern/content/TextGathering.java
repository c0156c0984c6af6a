package org.postern.content;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Gathers the text of a message, part by part, up to the bounds. */
final class TextGathering {
    private static final int CHUNK = 4096;

    private final Source source;
    private final List<Text> texts = new ArrayList<>();
    private final ByteBuffer octets = ByteBuffer.allocate(CHUNK);
    private final CharBuffer characters = CharBuffer.allocate(CHUNK);
    private final StringBuilder gathered = new StringBuilder();
    private CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private int left = ContentLimits.TEXT;
    private boolean open;
    private boolean exceeded;

    TextGathering(Source source) {
        this.source = source;
    }

    List<Text> texts() {
        return texts;
    }

    boolean isExceeded() {
        return exceeded;
    }

    /** Gathers what comes now, if it is text. */
    void begin(Part part) {
        open = part.isText();
        if (open) {
            decoder = part.charset()
                    .map(Charsets::named)
                    .orElse(StandardCharsets.UTF_8)
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
            octets.clear();
            gathered.setLength(0);
        }
    }

    void update(byte[] from, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (open && at < end) {
            int count = Math.min(end - at, octets.remaining());
            octets.put(from, at, count);
            at += count;
            decode(false);
        }
    }

    private void decode(boolean last) {
        octets.flip();
        CoderResult result = CoderResult.OVERFLOW;
        while (open && result.isOverflow()) {
            result = decoder.decode(octets, characters, last);
            gather();
        }
        octets.compact();
    }

    private void gather() {
        characters.flip();
        boolean late = source.count() > ContentLimits.OCTETS_OF_TEXT;
        if (characters.length() > left || late) {
            characters.limit(late ? 0 : left);
            exceeded = true;
            open = false;
        }
        left -= characters.length();
        gathered.append(characters);
        characters.clear();
    }

    /** Keeps what was gathered of this part. */
    void end(Part part) {
        if (open) {
            decode(true);
            decoder.flush(characters);
            gather();
            open = false;
        }
        if (part.isText() && !gathered.isEmpty()) {
            texts.add(new Text(part.isHtml(), gathered.toString()));
            gathered.setLength(0);
        }
    }
}
