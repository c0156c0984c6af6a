package org.postern.report;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Hostile XML, an element at a time: no DTD, no entities but the five, at most {@value #DEEPEST} deep, and so many elements in each child of
 * the root. What has another namespace than the root is skipped (RFC 9990, 5).
 */
final class XmlNodes {
    static final int LONGEST_TEXT = 1000;
    private static final int DEEPEST = 16;
    private static final int MOST_NODES = 2000;
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader reader;
    private final String namespace;
    private int nodes;

    private XmlNodes(XMLStreamReader reader) {
        this.reader = reader;
        this.namespace = namespace(reader);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, space) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    private static String namespace(XMLStreamReader reader) {
        return Objects.requireNonNullElse(reader.getNamespaceURI(), "");
    }

    /** {@return the document, before the first child of its root} */
    static XmlNodes of(byte[] octets) throws XMLStreamException, UnreadableReportException {
        XMLStreamReader reader = FACTORY.createXMLStreamReader(characters(octets));
        while (reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
            refuse(advanced(reader));
        }
        return new XmlNodes(reader);
    }

    /**
     * {@return UTF-16 if it is marked so, else UTF-8, whatever it says about itself; what is neither is replaced} The parser's own decoders
     * write each fault to the standard error.
     */
    private static Reader characters(byte[] octets) {
        int mark = octets.length < 2 ? 0 : (octets[0] & 0xFF) << 8 | (octets[1] & 0xFF);
        boolean wide = mark == 0xFEFF || mark == 0xFFFE;
        boolean marked = mark == 0xEFBB && octets.length > 2 && (octets[2] & 0xFF) == 0xBF;
        int start = marked ? 3 : 0;
        return new InputStreamReader(new ByteArrayInputStream(octets, start, octets.length - start),
                wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    }

    String rootName() {
        return reader.getLocalName();
    }

    String namespace() {
        return namespace;
    }

    /** Goes to the next child of the root. {@return whether there is one} */
    boolean nextChild() throws XMLStreamException, UnreadableReportException {
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (isOurs()) {
                    return true;
                }
                skip();
            }
        }
        while (reader.hasNext()) {
            next();
        }
        return false;
    }

    private boolean isOurs() {
        return namespace(reader).equals(namespace);
    }

    String childName() {
        return reader.getLocalName();
    }

    /** Goes behind this child without keeping anything of it. */
    void skip() throws XMLStreamException, UnreadableReportException {
        int depth = 1;
        while (depth > 0) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {
                    // nothing of it is kept
                }
            }
            if (depth > DEEPEST) {
                throw new UnreadableReportException("too deep");
            }
        }
    }

    /** {@return this child as a whole} */
    XmlNode read() throws XMLStreamException, UnreadableReportException {
        nodes = 0;
        return node(1);
    }

    private XmlNode node(int depth) throws XMLStreamException, UnreadableReportException {
        if (depth > DEEPEST || ++nodes > MOST_NODES) {
            throw new UnreadableReportException(depth > DEEPEST ? "too deep" : "too many elements");
        }
        String name = reader.getLocalName();
        StringBuilder text = new StringBuilder();
        List<XmlNode> children = new ArrayList<>();
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (isOurs()) {
                    children.add(node(depth + 1));
                } else {
                    skip();
                }
            } else if (reader.isCharacters() || event == XMLStreamConstants.CDATA) {
                int room = LONGEST_TEXT - text.length();
                text.append(reader.getTextCharacters(), reader.getTextStart(), Math.min(room, reader.getTextLength()));
            }
        }
        return new XmlNode(name, text.toString().strip(), children);
    }

    private int next() throws XMLStreamException, UnreadableReportException {
        int event = advanced(reader);
        refuse(event);
        return event;
    }

    /** The parser of the JDK stumbles over some of the faults that it is to tell. */
    private static int advanced(XMLStreamReader reader) throws XMLStreamException {
        try {
            return reader.next();
        } catch (RuntimeException stumbled) {
            throw new XMLStreamException(stumbled);
        }
    }

    private static void refuse(int event) throws UnreadableReportException {
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new UnreadableReportException("a DTD or entities");
        }
    }
}
