package org.postern.report;

import java.util.Optional;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Elements in one namespace, without attributes. What XML cannot hold is replaced. */
final class XmlText {
    private final XMLStreamWriter writer;

    XmlText(XMLStreamWriter writer) {
        this.writer = writer;
    }

    void start(String root, String namespace) throws XMLStreamException {
        writer.writeStartDocument("UTF-8", "1.0");
        writer.writeCharacters("\n");
        writer.writeStartElement(root);
        writer.writeDefaultNamespace(namespace);
        writer.writeCharacters("\n");
    }

    void start(String name) throws XMLStreamException {
        writer.writeStartElement(name);
    }

    void end() throws XMLStreamException {
        writer.writeEndElement();
        writer.writeCharacters("\n");
    }

    void element(String name, String text) throws XMLStreamException {
        writer.writeStartElement(name);
        writer.writeCharacters(allowed(text));
        writer.writeEndElement();
    }

    void element(String name, Optional<String> text) throws XMLStreamException {
        if (text.isPresent()) {
            element(name, text.get());
        }
    }

    void finish() throws XMLStreamException {
        writer.writeEndElement();
        writer.writeEndDocument();
        writer.flush();
    }

    /** XML 1.0, 2.2. */
    private static String allowed(String text) {
        StringBuilder allowed = new StringBuilder(text.length());
        text.codePoints().forEach(c -> allowed.appendCodePoint(isAllowed(c) ? c : '?'));
        return allowed.toString();
    }

    private static boolean isAllowed(int c) {
        boolean control = c < ' ' && c != '\t' && c != '\n';
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !control && !half && c != 0xFFFE && c != 0xFFFF;
    }
}
