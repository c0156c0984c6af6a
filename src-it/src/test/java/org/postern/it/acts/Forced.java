package org.postern.it.acts;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.postern.it.harness.Console;

import java.io.StringReader;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What somebody has sent who was not offered it: the octets of another person's browser, with the state of a page of one's own.
 *
 * @param offered how often this page has what is pressed
 * @param said the answer
 */
record Forced(int offered, int status, String said) {
    private static final List<String> OF_THE_PAGE = List.of("jakarta.faces.ViewState", "primefaces.nonce");
    private static final Map<String, String> PARTIAL = Map.of("Faces-Request", "partial/ajax", "X-Requested-With",
            "XMLHttpRequest");

    /**
     * {@return what comes of it}
     *
     * @param page from which it is sent
     * @param selector of what is pressed
     * @param held what the other browser would have sent
     */
    static Forced by(Console browser, String page, String selector, String held) {
        Document own = Jsoup.parse(browser.get(page).body());
        int offered = own.select("main " + selector).size();
        JsonObject request = read(held);
        String body = request.getString("body");
        HttpResponse<String> answer = body.isEmpty()
                ? browser.get(request.getString("url"))
                : browser.post(request.getString("url"), ofThePage(body, own),
                        request.getBoolean("partial") ? PARTIAL : Map.of());
        return new Forced(offered, answer.statusCode(), answer.body());
    }

    private static JsonObject read(String held) {
        try (JsonReader reader = Json.createReader(new StringReader(held))) {
            return reader.readObject();
        }
    }

    private static String ofThePage(String body, Document own) {
        return Arrays.stream(body.split("&")).map(field -> {
            String name = URLDecoder.decode(field.replaceFirst("=.*", ""), UTF_8);
            Optional<Element> mine = Optional.ofNullable(own.selectFirst("input[name='" + name + "']"))
                    .filter(input -> OF_THE_PAGE.contains(name));
            return mine.map(input -> URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(input.val(), UTF_8))
                    .orElse(field);
        }).collect(Collectors.joining("&"));
    }
}
