package org.postern.auth.dmarc;

import org.postern.dns.NoData;
import org.postern.dns.NoSuchDomain;
import org.postern.dns.Temporary;
import org.postern.dns.TextAnswer;
import org.postern.dns.TextDns;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A DNS of a few names, each with its records as the shared cases write them; {@code TIMEOUT} among them is no answer. */
final class ZoneDns implements TextDns {
    private final Map<String, List<Object>> zone;
    private final List<String> asked = new ArrayList<>();

    ZoneDns(Map<String, List<Object>> zone) {
        this.zone = zone;
    }

    /** A zone of texts alone. */
    static ZoneDns texts(Map<String, String> texts) {
        return new ZoneDns(texts.entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey,
                        e -> List.of(e.getValue().equals("TIMEOUT") ? "TIMEOUT" : Map.of("TXT", e.getValue())))));
    }

    /** {@return the names that were asked, in their order} */
    List<String> asked() {
        return asked;
    }

    @Override
    public TextAnswer texts(String name) {
        asked.add(name);
        List<Object> records = zone.getOrDefault(name, List.of());
        if (records.contains("TIMEOUT")) {
            return new Temporary("no answer");
        }
        List<String> texts = records.stream()
                .filter(Map.class::isInstance)
                .map(record -> ((Map<?, ?>) record).get("TXT"))
                .filter(Objects::nonNull)
                .map(text -> text instanceof List<?> parts
                        ? String.join("", parts.stream().map(Object::toString).toList())
                        : text.toString())
                .toList();
        if (!texts.isEmpty()) {
            return new TextAnswer.Found(texts);
        }
        boolean exists = zone.keySet().stream().anyMatch(other -> other.equals(name) || other.endsWith("." + name));
        return exists ? new NoData() : new NoSuchDomain();
    }
}
