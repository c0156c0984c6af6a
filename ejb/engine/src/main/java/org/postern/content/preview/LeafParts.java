package org.postern.content.preview;

import org.postern.content.Part;
import org.postern.content.PartInspector;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Counts the parts in which no others lie. */
public final class LeafParts implements PartInspector {
    private final List<LeafPart> found = new ArrayList<>();

    @Override
    public void inspect(Part part, InputStream octets) throws IOException {
        found.add(new LeafPart(found.size(), part, octets.transferTo(OutputStream.nullOutputStream())));
    }

    /** {@return them, in their order} */
    public List<LeafPart> found() {
        return List.copyOf(found);
    }
}
